import { and, asc, count, desc, eq, gt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { importFailure, importRun, importUndo } from "#db/schema/imports.ts";
import { failedHeadings, failedLine } from "#lib/imports/failed-file.ts";
import type { Existing } from "#lib/imports/plan.ts";
import type { Tally } from "#lib/imports/tally.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { streamOf } from "#lib/stream.ts";

type ImportState = "receiving" | "matching" | "checking" | "checked" | "running" | "done" | "failed";

/** What is told of an import again and again while it runs. */
type ImportProgress = {
  id: number;
  fileName: string;
  state: ImportState;
  rows: number;
  /** What a check has found so far; null where none was asked for. */
  tally: Tally | null;
  rowsDone: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  error: string;
};
/** The same with how far an undo of it has come; null where none was asked for. */
export type ImportNow = ImportProgress & { undo: UndoView | null };
export type UndoView = Pick<
  typeof importUndo.$inferSelect,
  "state" | "who" | "at" | "found" | "deleted" | "restored" | "kept"
>;

type ImportHead = ImportProgress & { who: string; createdAt: number };
/** `undo` is the state of an undo of it, null where none was asked for. */
export type ImportLine = ImportHead & { undo: UndoView["state"] | null };
export type ImportView = ImportHead & {
  sizeBytes: number;
  encoding: string;
  delimiter: string;
  columns: readonly string[];
  samples: readonly (readonly string[])[];
  matches: readonly string[];
  existing: Existing;
  parentId: number | null;
  startedAt: number | null;
  finishedAt: number | null;
};

const progress = {
  id: importRun.id,
  fileName: importRun.fileName,
  state: importRun.state,
  rows: importRun.rows,
  tally: importRun.tally,
  rowsDone: importRun.rowsDone,
  created: importRun.created,
  updated: importRun.updated,
  unchanged: importRun.unchanged,
  failed: importRun.failed,
  error: importRun.error,
};
const head = { ...progress, who: importRun.who, createdAt: importRun.createdAt };
const line = { ...head, undo: importUndo.state };
const view = {
  ...head,
  sizeBytes: importRun.sizeBytes,
  encoding: importRun.encoding,
  delimiter: importRun.delimiter,
  columns: importRun.columns,
  samples: importRun.samples,
  matches: importRun.matches,
  existing: importRun.existing,
  parentId: importRun.parentId,
  startedAt: importRun.startedAt,
  finishedAt: importRun.finishedAt,
};

export const mostImports = 100;

/** The portal's imports, newest first, a hundred of them at most. */
export async function importsOf(actor: Actor): Promise<ImportLine[]> {
  return db
    .select(line)
    .from(importRun)
    .leftJoin(importUndo, eq(importUndo.importId, importRun.id))
    .where(eq(importRun.portalId, actor.portalId))
    .orderBy(desc(importRun.id))
    .limit(mostImports);
}

/** The imports that brought failed rows of this one back, newest first. */
export async function importsAfter(actor: Actor, parentId: number): Promise<ImportLine[]> {
  return db
    .select(line)
    .from(importRun)
    .leftJoin(importUndo, eq(importUndo.importId, importRun.id))
    .where(and(eq(importRun.portalId, actor.portalId), eq(importRun.parentId, parentId)))
    .orderBy(desc(importRun.id))
    .limit(mostImports);
}

export async function importById(actor: Actor, id: number): Promise<ImportView | undefined> {
  const [found] = await db.select(view).from(importRun).where(ownImport(actor, id));
  return found;
}

export async function importProgress(actor: Actor, id: number): Promise<Result<ImportNow, "import-not-found">> {
  const [found] = await db.select(progress).from(importRun).where(ownImport(actor, id));
  return found === undefined ? no("import-not-found") : yes({ ...found, undo: (await undoOf(id)) ?? null });
}

/** Of an import that its own portal was shown. */
export async function undoOf(importId: number): Promise<UndoView | undefined> {
  const { state, who, at, found, deleted, restored, kept } = importUndo;
  const [undo] = await db
    .select({ state, who, at, found, deleted, restored, kept })
    .from(importUndo)
    .where(eq(importUndo.importId, importId));
  return undo;
}

function ownImport(actor: Actor, id: number) {
  return and(eq(importRun.portalId, actor.portalId), eq(importRun.id, id));
}

/** How many contacts the filter "import" shows: a contact that two rows named is one, and a later import may have taken it over. */
export async function importedContacts(actor: Actor, importId: number): Promise<number> {
  const [row] = await db
    .select({ contacts: count() })
    .from(contact)
    .where(and(eq(contact.portalId, actor.portalId), eq(contact.importId, importId)));
  return row?.contacts ?? 0;
}

export type FailureView = { row: number; cells: readonly string[]; reason: string };

/** The first failed rows; the rest is in the file. */
export async function firstFailures(actor: Actor, importId: number, limit: number): Promise<FailureView[]> {
  return (await importById(actor, importId)) === undefined ? [] : failuresBehind(importId, 0, limit);
}

function failuresBehind(importId: number, row: number, limit: number): Promise<FailureView[]> {
  return db
    .select({ row: importFailure.row, cells: importFailure.cells, reason: importFailure.reason })
    .from(importFailure)
    .where(and(eq(importFailure.importId, importId), gt(importFailure.row, row)))
    .orderBy(asc(importFailure.row))
    .limit(limit);
}

const rowsAtOnce = 500;

/** The failed rows as a file in the layout of the one that came, with a last column "Reason"; made as it is read. */
export async function failedFile(
  actor: Actor,
  importId: number,
): Promise<Result<{ fileName: string; body: ReadableStream<Uint8Array> }, "import-not-found">> {
  const found = await importById(actor, importId);
  if (found === undefined) return no("import-not-found");
  const fileName = `${found.fileName.replace(/\.[^.]*$/, "")} - failed rows.csv`;
  return yes({ fileName, body: streamOf(failedText(found)) });
}

async function* failedText(layout: ImportView): AsyncGenerator<string> {
  yield failedHeadings(layout);
  for (let last = 0; ;) {
    const rows = await failuresBehind(layout.id, last, rowsAtOnce);
    yield rows.map((row) => failedLine(layout, row)).join("");
    last = rows.at(-1)?.row ?? last;
    if (rows.length < rowsAtOnce) return;
  }
}
