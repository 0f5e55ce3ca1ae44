import { timingSafeEqual } from "node:crypto";
import { db } from "#db/client.ts";
import { person, setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { hashPassword } from "#lib/portals/commands/auth.ts";
import { sealOf } from "#lib/portals/commands/seal.ts";
import { addMember, createPerson, createPortal } from "#lib/portals/commands/set-up.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** The vendor's own; partners' Hub IDs begin above it. */
export const vendorHubId = 1;

/**
 * The one-time code for the console, `null` in the demo and as soon as there is a person. It follows from the secret, so
 * that every node and every start prints the same one; that it was used stands in `setting`.
 */
export async function firstAdminCode(): Promise<string | null> {
  if (env.DIBS_DEMO === "1") return null;
  const [someone] = await db.select({ id: person.id }).from(person).limit(1);
  return someone === undefined ? rightCode() : null;
}

async function rightCode(): Promise<string> {
  const letters = (await sealOf("first-admin")).toString("hex").slice(0, 24);
  return letters.match(/.{6}/g)?.join("-") ?? letters;
}

export type FirstAdmin = {
  code: string;
  portalName: string;
  /** Larger than `vendorHubId`. */
  hubId: number;
  timeZone: string;
  name: string;
  email: string;
  password: string;
};

/** The first portal with its admin, and the vendor with the same person as channel manager. The code works once. */
export async function createFirstAdmin(asked: FirstAdmin): Promise<Result<null, "wrong-code">> {
  const right = await firstAdminCode();
  if (right === null || !isSame(asked.code.trim().toLowerCase(), right)) return no("wrong-code");
  const { name, email, portalName, hubId, timeZone } = asked;
  const passwordHash = await hashPassword(asked.password);

  return transaction(async (tx) => {
    // Whoever writes this row first is the first admin; a second one at the same moment waits here, and is refused.
    const used = { name: "first-admin", value: String(now()) };
    const [mine] = await tx.insert(setting).values(used).onConflictDoNothing().returning({ name: setting.name });
    if (mine === undefined) return no("wrong-code");

    const personId = await createPerson(tx, { name, email, passwordHash });
    await createPortal(tx, { hubId, name: portalName, timeZone, kind: "partner" });
    await createPortal(tx, { hubId: vendorHubId, name: env.DIBS_VENDOR, timeZone, kind: "vendor" });
    await addMember(tx, { personId, portalId: hubId, role: "admin" });
    await addMember(tx, { personId, portalId: vendorHubId, role: "channel-manager" });
    // Its lists and properties are made by the words above.
    await enqueue(tx, "portal-created", { portalId: hubId });
    return yes(null);
  });
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
