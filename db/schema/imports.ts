import { sql } from "drizzle-orm";
import { bytes, index, json, primaryKey, table, text, whole } from "#db/columns.ts";

/** Counts of a check so far. `problems` has the rows of each kind in each column; a row may have several. */
type Tally = {
  rows: number;
  create: number;
  update: number;
  unchanged: number;
  repeated: number;
  failed: number;
  problems: readonly { column: number; kind: string; rows: number }[];
};

export const importRun = table(
  "import_run",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    who: text().notNull(),
    fileName: text().notNull(),
    sizeBytes: whole().notNull(),
    state: text().$type<"receiving" | "matching" | "checking" | "checked" | "running" | "done" | "failed">().notNull(),
    encoding: text().notNull(),
    delimiter: text().notNull(),
    /** The heading of each column, and the property it goes to ('' for none). */
    columns: json().$type<readonly string[]>().notNull(),
    /** Up to three values of each column. */
    samples: json().$type<readonly (readonly string[])[]>().notNull(),
    matches: json().$type<readonly string[]>().notNull(),
    /** What happens to a value that a contact has: the file's takes its place, or only blanks are filled. */
    existing: text().$type<"overwrite" | "fill">().notNull().default("overwrite"),
    /** What the rows were found to be before anything is written: lib/imports/tally.ts. */
    tally: json().$type<Tally>(),
    /** Grows with each check, so that one that was overtaken writes nothing more. */
    checkRound: whole().notNull().default(0),
    /** The import whose failed rows came back in this one. */
    parentId: whole(),
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
    /** When the first row was about to be taken over. */
    startedAt: whole(),
    finishedAt: whole(),
  },
  (at) => [
    index("import_run_portal").on(at.portalId, at.id),
    index("import_run_parent")
      .on(at.parentId, at.id)
      .where(sql`parent_id is not null`),
  ],
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

/** A value that a column cannot take, with the rows that have it: the first thousand different ones of a check. */
export const importProblem = table(
  "import_problem",
  {
    importId: whole().notNull(),
    place: whole().notNull(),
    column: whole().notNull(),
    kind: text().notNull(),
    value: text().notNull(),
    rows: whole().notNull(),
    firstRow: whole().notNull(),
  },
  (at) => [primaryKey({ columns: [at.importId, at.place] })],
);

/** A value put in the place of another by hand: in one row, or with row 0 wherever the column has it. The file stays as it came. */
export const importRepair = table(
  "import_repair",
  {
    importId: whole().notNull(),
    row: whole().notNull(),
    column: whole().notNull(),
    value: text().notNull(),
    replacement: text().notNull(),
  },
  (at) => [primaryKey({ columns: [at.importId, at.row, at.column, at.value] })],
);

/** A row that meets an earlier row of the file, or else a contact of the portal: the first thousand of a check. */
export const importMeeting = table(
  "import_meeting",
  {
    importId: whole().notNull(),
    row: whole().notNull(),
    /** The earlier row with the same e-mail, 0 for none. */
    ofRow: whole().notNull(),
    contactId: whole(),
    values: json().$type<Readonly<Record<string, string>>>().notNull(),
  },
  (at) => [primaryKey({ columns: [at.importId, at.row] })],
);

/** A contact that an import took off its registration, and as what it was registered: an undo gives it back. */
export const importLeft = table(
  "import_left",
  {
    importId: whole().notNull(),
    contactId: whole().notNull(),
    registrationId: whole().notNull(),
    message: text().notNull(),
  },
  (at) => [primaryKey({ columns: [at.importId, at.contactId] })],
);

/**
 * What undoing an import would do, then has done. `position` is the last history line looked at, then the last contact; `found`
 * counts those that the import created and that are still its own.
 */
export const importUndo = table("import_undo", {
  importId: whole().primaryKey(),
  who: text().notNull(),
  state: text().$type<"counting" | "counted" | "undoing" | "undone">().notNull(),
  step: text().$type<"values" | "contacts" | "end">().notNull(),
  position: whole().notNull(),
  found: whole().notNull(),
  deleted: whole().notNull(),
  restored: whole().notNull(),
  kept: whole().notNull(),
  at: whole().notNull(),
});

/** A contact that an undo left as it is, whole or in part, and why. */
export const importKept = table(
  "import_kept",
  {
    importId: whole().notNull(),
    contactId: whole().notNull(),
    why: text().$type<"registered" | "requested" | "changed">().notNull(),
  },
  (at) => [primaryKey({ columns: [at.importId, at.contactId] })],
);
