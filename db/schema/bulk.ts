import { sql } from "drizzle-orm";
import { index, json, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** One change of many contacts, and its undoing. Kept counts, so that progress is one read. */
export const bulkChange = table(
  "bulk_change",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    who: text().notNull(),
    /** What is done to each contact (lib/bulk/change.ts). */
    change: json().$type<unknown>().notNull(),
    /** The contacts meant: ids, or a filter over the portal. */
    selection: json().$type<unknown>().notNull(),
    state: text().$type<"changing" | "changed" | "cancelled" | "undoing" | "undone">().notNull(),
    /** The id of the last contact looked at. */
    position: whole().notNull(),
    /** How many the dry run counted, for the length of the bar alone. */
    expected: whole().notNull(),
    changed: whole().notNull(),
    unchanged: whole().notNull(),
    refused: whole().notNull(),
    createdAt: whole().notNull(),
    finishedAt: whole(),
    undoWho: text().notNull(),
    /** The id of the last row that was undone or left. */
    undoPosition: whole().notNull(),
    putBack: whole().notNull(),
    left: whole().notNull(),
    undoneAt: whole(),
  },
  (at) => [index("bulk_change_portal").on(at.portalId, at.id)],
);

/** What became of one contact: for the file, and enough to undo it. Its name is read from the contact, or what is left of it. */
export const bulkRow = table(
  "bulk_row",
  {
    id: whole().primaryKey(),
    changeId: whole().notNull(),
    contactId: whole().notNull(),
    outcome: text().$type<"changed" | "unchanged" | "refused">().notNull(),
    /** Why it was refused, in words. */
    reason: text().notNull(),
    /** What was asked for, with what stood there and what stands there now. */
    values: json().$type<readonly (readonly [name: string, before: string, after: string])[]>().notNull(),
    /** What became of the undoing; '' before it. */
    undo: text().$type<"" | "put-back" | "left">().notNull(),
    undoReason: text().notNull(),
  },
  (at) => [
    uniqueIndex("bulk_row_once").on(at.changeId, at.contactId),
    index("bulk_row_contact").on(at.contactId),
    index("bulk_row_outcome").on(at.changeId, at.outcome, at.id),
    index("bulk_row_left")
      .on(at.changeId, at.id)
      .where(sql`undo = 'left'`),
  ],
);
