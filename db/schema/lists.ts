import { index, table, text, uniqueIndex, whole } from "#db/columns.ts";

export const list = table(
  "list",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    name: text().notNull(),
    kind: text().$type<"smart" | "static">().notNull(),
    /** What a smart list is made of; '' for a static one. */
    rule: text().$type<"registered" | "unavailable" | "pending" | "invalid-data" | "expired" | "">().notNull(),
    folder: text().notNull(),
    /** Kept, not counted: changed in the transaction that moves a contact in or out. */
    size: whole().notNull(),
    createdAt: whole().notNull(),
  },
  (at) => [index("list_portal").on(at.portalId, at.id)],
);

/** How many contacts of Invalid Data failed each rule at their last sync: kept like the size of a list. */
export const reasonSize = table(
  "reason_size",
  { portalId: whole().notNull(), rule: text().notNull(), size: whole().notNull() },
  (at) => [uniqueIndex("reason_size_once").on(at.portalId, at.rule)],
);
