import { bytes, index, json, primaryKey, table, text, whole } from "#db/columns.ts";

export const importRun = table(
  "import_run",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    who: text().notNull(),
    fileName: text().notNull(),
    sizeBytes: whole().notNull(),
    state: text().$type<"receiving" | "matching" | "running" | "done" | "failed">().notNull(),
    encoding: text().notNull(),
    delimiter: text().notNull(),
    /** The heading of each column, and the property it goes to ('' for none). */
    columns: json().$type<readonly string[]>().notNull(),
    /** Up to three values of each column. */
    samples: json().$type<readonly (readonly string[])[]>().notNull(),
    matches: json().$type<readonly string[]>().notNull(),
    /** Rows of the file, counted when it came in: the sum that the four counts below have to reach. */
    rows: whole().notNull(),
    /** Rows taken over so far; after a restart the import goes on behind them. */
    rowsDone: whole().notNull(),
    created: whole().notNull(),
    updated: whole().notNull(),
    unchanged: whole().notNull(),
    failed: whole().notNull(),
    error: text().notNull(),
    createdAt: whole().notNull(),
    finishedAt: whole(),
  },
  (at) => [index("import_run_portal").on(at.portalId, at.id)],
);

/** The uploaded file in pieces: kept in the store, so that any node can go on with it. */
export const importPiece = table(
  "import_piece",
  { importId: whole().notNull(), piece: whole().notNull(), bytes: bytes().notNull() },
  (at) => [primaryKey({ columns: [at.importId, at.piece] })],
);

export const importFailure = table(
  "import_failure",
  {
    importId: whole().notNull(),
    row: whole().notNull(),
    cells: json().$type<readonly string[]>().notNull(),
    reason: text().notNull(),
  },
  (at) => [primaryKey({ columns: [at.importId, at.row] })],
);
