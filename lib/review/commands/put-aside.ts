import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { dismissal, mending } from "#db/schema/review.ts";
import { now } from "#lib/clock.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { MendingChange } from "#lib/review/mending.ts";

/** Takes contacts out of the queue until they are decided anew. */
export async function putAside(
  tx: Db,
  actor: Actor,
  { contacts, reason }: { contacts: readonly Contact[]; reason: string },
): Promise<void> {
  for (const { id: contactId, decidedBy } of contacts) {
    const aside = { portalId: actor.portalId, decidedBy: decidedBy ?? 0, reason, who: actor.name, at: now() };
    await tx
      .insert(dismissal)
      .values({ contactId, ...aside })
      .onConflictDoUpdate({ target: dismissal.contactId, set: aside });
  }
}

/** Puts contacts back into the queue. Answers the receipts of the decisions that were put aside, by contact. */
export async function takeBack(tx: Db, actor: Actor, contactIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await tx
    .delete(dismissal)
    .where(and(eq(dismissal.portalId, actor.portalId), inArray(dismissal.contactId, [...contactIds])))
    .returning({ contactId: dismissal.contactId, decidedBy: dismissal.decidedBy });
  return new Map(rows.map(({ contactId, decidedBy }) => [contactId, decidedBy]));
}

/** Keeps what a verdict changed, so that it can be undone. */
export async function recordMending(tx: Db, actor: Actor, changes: readonly MendingChange[]): Promise<number | null> {
  const [id] = changes.length === 0 ? [] : await newIds(tx, 1);
  if (id === undefined) return null;
  const { portalId, name: who } = actor;
  await insertRows(tx, mending, [{ id, portalId, who, at: now(), changes, undoneAt: null }]);
  return id;
}
