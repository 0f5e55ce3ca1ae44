import { index, json, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** How far the search for duplicates has come in a portal, and which search's groups are shown meanwhile. */
export const duplicateSearch = table("duplicate_search", {
  portalId: whole().primaryKey(),
  /** Drawn anew by every search: what another one has found is taken away at its end. */
  run: whole().notNull(),
  stage: text().$type<"email" | "name" | "tidy" | "sweep" | "done">().notNull(),
  /** The index entry behind which the next step begins. */
  place: sortable().notNull(),
  placeId: whole().notNull(),
  groups: whole().notNull(),
  startedAt: whole().notNull(),
  shownRun: whole(),
  shownGroups: whole().notNull(),
  /** When the shown groups were found. */
  shownAt: whole(),
});

/** Contacts that read alike. While a search runs, also those of which only one was seen so far. */
export const duplicate = table(
  "duplicate",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    run: whole().notNull(),
    kind: text().$type<"email" | "name">().notNull(),
    /** How they read (lib/contacts/likeness.ts). */
    key: sortable().notNull(),
    contacts: json().$type<readonly number[]>().notNull(),
  },
  (at) => [
    uniqueIndex("duplicate_once").on(at.run, at.kind, at.key),
    index("duplicate_shown").on(at.portalId, at.run, at.id),
  ],
);

/** Somebody has said that these contacts are not one, however alike they read. */
export const notDuplicate = table(
  "not_duplicate",
  {
    portalId: whole().notNull(),
    kind: text().$type<"email" | "name">().notNull(),
    key: sortable().notNull(),
    contacts: json().$type<readonly number[]>().notNull(),
    who: text().notNull(),
    at: whole().notNull(),
  },
  (at) => [uniqueIndex("not_duplicate_once").on(at.portalId, at.kind, at.key)],
);
