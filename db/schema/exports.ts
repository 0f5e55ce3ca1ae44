import { index, table, text, whole } from "#db/columns.ts";

/** Every file of contacts that somebody took out of the portal: who, when, which and how many. Written before the first row. */
export const exportRun = table(
  "export_run",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    personId: text().notNull(),
    who: text().notNull(),
    fileName: text().notNull(),
    format: text().$type<"csv" | "xlsx">().notNull(),
    /** Which contacts, in words as they were asked for, and the address that shows them. */
    what: text().notNull(),
    address: text().notNull(),
    columns: whole().notNull(),
    /** How many contacts have gone out; all of them when it is finished. */
    contacts: whole().notNull(),
    createdAt: whole().notNull(),
    finishedAt: whole(),
  },
  (at) => [index("export_run_portal").on(at.portalId, at.id)],
);
