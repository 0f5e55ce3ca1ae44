import { index, primaryKey, table, text, whole } from "#db/columns.ts";

/** A domain that a portal has seen and has not registered, as it was when all of them were last looked through. */
export const prospect = table(
  "prospect",
  {
    key: text().notNull(),
    portalId: whole().notNull(),
    contacts: whole().notNull(),
    /** How often it was seen at forms. */
    visits: whole().notNull(),
    lastSeenAt: whole().notNull(),
  },
  (at) => [
    primaryKey({ columns: [at.key, at.portalId] }),
    index("prospect_seen").on(at.portalId, at.lastSeenAt, at.key),
  ],
);
