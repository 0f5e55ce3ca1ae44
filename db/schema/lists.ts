import { index, table, text, whole } from "#db/columns.ts";

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
