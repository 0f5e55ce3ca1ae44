import { index, json, table, text, whole } from "#db/columns.ts";

/** One verdict in the review queue, over one contact or a whole domain, so that it can be undone for a day. */
export const mending = table(
  "mending",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    who: text().notNull(),
    at: whole().notNull(),
    /** What was typed or accepted, by contact: [contact id, property, before, after]. */
    changes: json().$type<readonly (readonly [number, string, string, string])[]>().notNull(),
    undoneAt: whole(),
  },
  (at) => [index("mending_portal").on(at.portalId, at.id)],
);

/** A contact that was put aside with a reason: it stays in Invalid Data, and comes back when it is decided anew. */
export const dismissal = table("dismissal", {
  contactId: whole().primaryKey(),
  portalId: whole().notNull(),
  /** The receipt of the decision that was put aside. */
  decidedBy: whole().notNull(),
  reason: text().notNull(),
  who: text().notNull(),
  at: whole().notNull(),
});
