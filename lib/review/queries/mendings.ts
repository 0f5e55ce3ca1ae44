import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { mending } from "#db/schema/review.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { type MendingChange, undoableMs } from "#lib/review/mending.ts";

/** A verdict that can still be undone, with the names of whom it touched. */
export type MendingView = {
  id: number;
  who: string;
  at: number;
  changes: readonly MendingChange[];
  names: Readonly<Record<string, string>>;
};

const most = 200;

/** The verdicts of the last 24 hours that nobody has undone, newest first. */
export async function mendingsOf(actor: Actor): Promise<MendingView[]> {
  const rows = await db
    .select({ id: mending.id, who: mending.who, at: mending.at, changes: mending.changes })
    .from(mending)
    .where(and(eq(mending.portalId, actor.portalId), gt(mending.at, now() - undoableMs), isNull(mending.undoneAt)))
    .orderBy(desc(mending.id))
    .limit(most);
  const ids = [...new Set(rows.flatMap(({ changes }) => changes.map(([id]) => id)))];
  const named = await db
    .select({ id: contact.id, name: contact.name })
    .from(contact)
    .where(and(eq(contact.portalId, actor.portalId), inArray(contact.id, ids)));
  const nameOf = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    names: Object.fromEntries(row.changes.map(([id]) => [String(id), nameOf.get(id) ?? "A deleted contact"])),
  }));
}
