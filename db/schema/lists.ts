import { flag, index, json, primaryKey, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

export const list = table(
  "list",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    name: text().notNull(),
    kind: text().$type<"smart" | "static">().notNull(),
    /** Which of the partner lists this is; '' for a list of the portal's own. */
    rule: text().$type<"registered" | "unavailable" | "pending" | "invalid-data" | "expired" | "">().notNull(),
    folder: text().notNull(),
    /** Kept, not counted: changed in the transaction that moves a contact in or out. */
    size: whole().notNull(),
    createdAt: whole().notNull(),
    /** What a smart list of the portal's own is made of (lib/lists/rule.ts). */
    definition: json().$type<unknown>(),
    /** The rule speaks of today: who is in the list changes with the day. */
    daily: flag().notNull().default(false),
    /** While the list is being filled: the contacts up to this id have been asked. Null when all of them have. */
    filledTo: whole(),
    /** Changes with the definition: what was filled for an older one is begun anew. */
    version: whole().notNull().default(1),
    archivedAt: whole(),
    who: text().notNull().default(""),
  },
  (at) => [index("list_portal").on(at.portalId, at.id)],
);

/** Folders of lists; a list names its folder. */
export const listFolder = table(
  "list_folder",
  { id: whole().primaryKey(), portalId: whole().notNull(), name: text().notNull(), createdAt: whole().notNull() },
  (at) => [uniqueIndex("list_folder_name").on(at.portalId, at.name)],
);

/** Who is in a list of the portal's own. Who is in a partner list stands in the contact. */
export const listMember = table(
  "list_member",
  { listId: whole().notNull(), contactId: whole().notNull(), since: whole().notNull() },
  (at) => [
    primaryKey({ columns: [at.listId, at.contactId] }),
    index("list_member_contact").on(at.contactId, at.listId),
  ],
);

/** Append only: who joined and who left a list of the portal's own. */
export const listMove = table(
  "list_move",
  {
    id: whole().primaryKey(),
    listId: whole().notNull(),
    contactId: whole().notNull(),
    at: whole().notNull(),
    joined: flag().notNull(),
    who: text().notNull(),
  },
  (at) => [
    index("list_move_list").on(at.listId, at.id),
    index("list_move_contact").on(at.contactId, at.id),
    index("list_move_past").on(at.listId, at.contactId, at.at),
  ],
);

/** How many joined and left on a day (UTC), kept for every list: what it changed in a week is seven rows. */
export const listDay = table(
  "list_day",
  { listId: whole().notNull(), day: sortable().notNull(), joined: whole().notNull(), left: whole().notNull() },
  (at) => [primaryKey({ columns: [at.listId, at.day] })],
);

/** How many contacts of Invalid Data failed each rule at their last sync: kept like the size of a list. */
export const reasonSize = table(
  "reason_size",
  { portalId: whole().notNull(), rule: text().notNull(), size: whole().notNull() },
  (at) => [uniqueIndex("reason_size_once").on(at.portalId, at.rule)],
);
