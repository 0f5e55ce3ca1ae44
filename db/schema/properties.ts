import { flag, index, json, primaryKey, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** A property that a portal has made itself; the standard ones stand in lib/properties/registry.ts. */
export const property = table(
  "property",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    /** Never changes: values, history and the rules of lists name it. */
    name: text().notNull(),
    label: text().notNull(),
    group: text().notNull(),
    type: text()
      .$type<"text" | "phone" | "number" | "date" | "date-time" | "choice" | "choices" | "boolean">()
      .notNull(),
    hint: text().notNull(),
    options: json().$type<readonly { value: string; label: string }[]>().notNull(),
    /** The least and the most that a number or a date may be, and how long a text; '' for no limit. */
    least: text().notNull(),
    most: text().notNull(),
    archived: flag().notNull(),
    createdAt: whole().notNull(),
    who: text().notNull(),
  },
  (at) => [uniqueIndex("property_name").on(at.portalId, at.name), index("property_portal").on(at.portalId, at.id)],
);

/** The portal's own order of groups and properties, and what it has starred (decision D10). No row: as the program has it. */
export const propertyOrder = table("property_order", {
  portalId: whole().primaryKey(),
  groups: json().$type<readonly string[]>().notNull(),
  properties: json().$type<readonly string[]>().notNull(),
  starred: json().$type<readonly string[]>().notNull(),
});

/** The values of own properties, one row for each that a contact has, so that a filter or a sort is read from an index. */
export const contactValue = table(
  "contact_value",
  {
    propertyId: whole().notNull(),
    /** The value as it sorts (lib/properties/value-key.ts). */
    key: sortable().notNull(),
    contactId: whole().notNull(),
  },
  (at) => [primaryKey({ columns: [at.propertyId, at.key, at.contactId] })],
);
