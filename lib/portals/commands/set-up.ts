import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.ts";
import { account, membership, person, portal } from "#db/schema/portals.ts";
import { now } from "#lib/clock.ts";
import type { Role } from "#lib/portals/actor.ts";

export type NewPortal = {
  /** 1 or more; every other table knows the portal by it. */
  hubId: number;
  name: string;
  /** IANA zone. */
  timeZone: string;
  /** `vendor` for the one whose sales database this is. */
  kind: "partner" | "vendor";
};

/** The portal alone: its lists and properties are made by the words above. Throws when the Hub ID is taken. */
export async function createPortal(tx: Db, asked: NewPortal): Promise<void> {
  const id = String(asked.hubId);
  await tx.insert(portal).values({ ...asked, id, slug: id, createdAt: new Date(now()) });
}

export type NewPerson = { name: string; email: string; passwordHash: string };

/** Answers the person's id. Throws when the e-mail is taken. Hash before the transaction opens. */
export async function createPerson(tx: Db, { name, email, passwordHash }: NewPerson): Promise<string> {
  const id = randomUUID();
  const times = { createdAt: new Date(now()), updatedAt: new Date(now()) };
  await tx.insert(person).values({ id, name, email: email.trim().toLowerCase(), ...times });
  await tx.insert(account).values({
    id: randomUUID(),
    accountId: id,
    providerId: "credential",
    userId: id,
    password: passwordHash,
    ...times,
  });
  return id;
}

export type NewMember = { personId: string; portalId: number; role: Role };

/** Throws when the person is a member already. */
export async function addMember(tx: Db, { personId, portalId, role }: NewMember): Promise<void> {
  await tx.insert(membership).values({
    id: randomUUID(),
    organizationId: String(portalId),
    userId: personId,
    role,
    createdAt: new Date(now()),
  });
}
