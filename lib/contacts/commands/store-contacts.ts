import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { together } from "#db/together.ts";
import { insertNew, insertRows, updateRows } from "#db/rows.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import { portal } from "#db/schema/portals.ts";
import { type Contact, changesBetween } from "#lib/contacts/contact.ts";
import { noteForSearch } from "#lib/contacts/commands/index-search.ts";
import { indexValues } from "#lib/contacts/commands/index-values.ts";
import { followChanges, holdLists } from "#lib/lists/commands/members.ts";
import { listsInForce } from "#lib/lists/queries/ruled-lists.ts";
import { resizePartnerLists, resizeReasons } from "#lib/lists/commands/sizes.ts";
import { turnoverOf } from "#lib/lists/partner-lists.ts";
import { reasonChanges } from "#lib/lists/reasons.ts";

/**
 * Who or what writes, and when (ms since 1970): it stands in every line of the property history. `runId` is the import or
 * bulk change that edits, so that its lines can be found again.
 */
export type Author = Pick<typeof propertyHistory.$inferSelect, "source" | "who" | "at"> & { runId?: number };

/** `was` is a deleted contact at its last moment: where it comes back, its history goes on from there. */
export type ContactChange =
  | { before: Contact | null; after: Contact; was?: Contact }
  | { before: Contact; after: null };

/**
 * The only place that writes contacts: rows, property history, lists with their sizes and the portal's total, together.
 * Runs in the caller's transaction.
 */
export async function storeContacts(tx: Db, author: Author, changes: readonly ContactChange[]): Promise<void> {
  const created = changes.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
  const updated = changes.flatMap(({ before, after }) =>
    before !== null && after !== null ? [{ before, after }] : [],
  );
  const removed = changes.flatMap(({ before, after }) => (after === null ? [before.id] : []));
  const [now, was] = [updated.map(({ after }) => after), updated.map(({ before }) => before)];
  const byPortal = Map.groupBy(changes, portalOf);
  await together(
    () => insertRows(tx, contact, created),
    () => updateRows(tx, contact, now, was),
    async () => removed.length > 0 && (await tx.delete(contact).where(inArray(contact.id, removed))),
    () => writeHistory(tx, author, changes),
    () => noteForSearch(tx, changes),
    () => holdLists(tx, [...byPortal.keys()]),
  );
  for (const [portalId, ofPortal] of byPortal) {
    const inForce = await listsInForce(tx, portalId);
    await together(
      () => indexValues(tx, inForce.properties, ofPortal),
      () => followChanges(tx, inForce, { ...author, changes: ofPortal.map(subjectsOf) }),
    );
    await resizePartnerLists(tx, portalId, turnoverOf(ofPortal));
    await resizeReasons(tx, portalId, reasonChanges(ofPortal));
    await recountPortal(tx, portalId, ofPortal);
  }
}

async function writeHistory(tx: Db, author: Author, changes: readonly ContactChange[]): Promise<void> {
  const { source, who, at, runId = null } = author;
  const lines = changes.flatMap((change) => {
    if (change.after === null) return [];
    const { before, after, was = null } = change;
    const { id: contactId, portalId } = after;
    const differences = changesBetween(before ?? was, after);
    if (differences.length === 0) return [];
    return [{ contactId, portalId, at, source, who, changes: differences, runId: before === null ? null : runId }];
  });
  await insertNew(tx, propertyHistory, lines);
}

async function recountPortal(tx: Db, portalId: number, changes: readonly ContactChange[]): Promise<void> {
  const added = changes.filter(({ before }) => before === null);
  const change = added.length - changes.filter(({ after }) => after === null).length;
  const newest = Math.max(0, ...added.map(({ after }) => after?.createdAt ?? 0));
  if (change === 0 && newest === 0) return;
  await tx
    .update(portal)
    .set({
      contacts: sql`${portal.contacts} + ${change}`,
      lastContactAt: sql`case when coalesce(${portal.lastContactAt}, 0) < ${newest} then ${newest} else ${portal.lastContactAt} end`,
    })
    .where(eq(portal.hubId, portalId));
}

function portalOf({ before, after }: ContactChange): number {
  return after === null ? before.portalId : after.portalId;
}

function subjectsOf({ before, after }: ContactChange) {
  return { contactId: after === null ? before.id : after.id, before, after };
}
