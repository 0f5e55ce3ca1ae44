import { flag, index, primaryKey, table, text, whole } from "#db/columns.ts";

/** The table of contacts as somebody wants to find it again: filter, columns, order and height are its address. */
export const contactView = table(
  "contact_view",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    /** Whose it is; everybody of the portal sees it when it is shared. */
    personId: text().notNull(),
    who: text().notNull(),
    name: text().notNull(),
    shared: flag().notNull(),
    address: text().notNull(),
    changedAt: whole().notNull(),
  },
  (at) => [index("contact_view_portal").on(at.portalId, at.id)],
);

/** The view with which Contacts opens for a person, in each portal. */
export const openingView = table(
  "opening_view",
  { portalId: whole().notNull(), personId: text().notNull(), viewId: whole().notNull() },
  (at) => [primaryKey({ columns: [at.portalId, at.personId] })],
);
