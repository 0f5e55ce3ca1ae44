import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { publicLink } from "#db/schema/contact-records.ts";
import { now } from "#lib/clock.ts";
import { noteInteraction } from "#lib/contacts/commands/note-interaction.ts";
import { contactOf } from "#lib/contacts/commands/save-properties.ts";
import { linkDays } from "#lib/contacts/public-link.ts";
import { dayIn } from "#lib/day.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { longDay } from "#lib/words.ts";

const dayMs = 86_400_000;

/** Makes a public URL of a contact, in the place of the one it may have. `days` is one of `linkDays`. */
export async function makeLink(
  tx: Db,
  actor: Actor,
  { contactId, days }: { contactId: number; days: number },
): Promise<Result<null, "contact-not-found" | "not-a-span">> {
  if (!linkDays.some((each) => each === days)) return no("not-a-span");
  if ((await contactOf(tx, actor.portalId, contactId)) === undefined) return no("contact-not-found");
  await revoke(tx, actor, contactId);

  const { portalId, name: who } = actor;
  const [id = 0] = await newIds(tx, 1);
  const createdAt = now();
  const endsAt = days === 0 ? null : createdAt + days * dayMs;
  const salt = randomBytes(32).toString("base64url");
  await insertRows(tx, publicLink, [{ id, portalId, contactId, salt, who, createdAt, endsAt, views: 0 }]);
  const about = endsAt === null ? "without an end" : `until ${longDay(dayIn(actor.timeZone, endsAt))}`;
  await noteInteraction(tx, actor, { contactId, kind: "link-made", about });
  return yes(null);
}

/** From now on the contact's public URL opens nothing. */
export async function revokeLink(
  tx: Db,
  actor: Actor,
  contactId: number,
): Promise<Result<{ revoked: boolean }, "contact-not-found">> {
  if ((await contactOf(tx, actor.portalId, contactId)) === undefined) return no("contact-not-found");
  return yes({ revoked: await revoke(tx, actor, contactId) });
}

async function revoke(tx: Db, actor: Actor, contactId: number): Promise<boolean> {
  const revoked = await tx
    .update(publicLink)
    .set({ revokedAt: now() })
    .where(
      and(eq(publicLink.contactId, contactId), eq(publicLink.portalId, actor.portalId), isNull(publicLink.revokedAt)),
    )
    .returning({ views: publicLink.views });
  for (const { views } of revoked) {
    await noteInteraction(tx, actor, { contactId, kind: "link-revoked", about: `it was opened ${times(views)}` });
  }
  return revoked.length > 0;
}

function times(many: number): string {
  return many === 1 ? "once" : `${many} times`;
}

/** Somebody has opened it. */
export async function countView(tx: Db, linkId: number): Promise<void> {
  await tx
    .update(publicLink)
    .set({ views: sql`${publicLink.views} + 1`, viewedAt: now() })
    .where(eq(publicLink.id, linkId));
}
