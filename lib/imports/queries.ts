import { and, asc, count, desc, eq, gt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { importFailure, importRun } from "#db/schema/imports.ts";
import { failedHeadings, failedLine } from "#lib/imports/failed-file.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { streamOf } from "#lib/stream.ts";

type ImportState = "receiving" | "matching" | "running" | "done" | "failed";

/** What is told of an import again and again while it runs. */
export type ImportProgress = {
  id: number;
  fileName: string;
  state: ImportState;
  rows: number;
  rowsDone: number;
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  error: string;
};
export type ImportLine = ImportProgress & { who: string; createdAt: number };
export type ImportView = ImportLine & {
  sizeBytes: number;
  encoding: string;
  delimiter: string;
  columns: readonly string[];
  samples: readonly (readonly string[])[];
  matches: readonly string[];
};

const progress = {
  id: importRun.id,
  fileName: importRun.fileName,
  state: importRun.state,
  rows: importRun.rows,
  rowsDone: importRun.rowsDone,
  created: importRun.created,
  updated: importRun.updated,
  unchanged: importRun.unchanged,
  failed: importRun.failed,
  error: importRun.error,
};
const line = { ...progress, who: importRun.who, createdAt: importRun.createdAt };
const view = {
  ...line,
  sizeBytes: importRun.sizeBytes,
  encoding: importRun.encoding,
  delimiter: importRun.delimiter,
  columns: importRun.columns,
  samples: importRun.samples,
  matches: importRun.matches,
};

export const mostImports = 100;

/** The portal's imports, newest first, a hundred of them at most. */
export async function importsOf(actor: Actor): Promise<ImportLine[]> {
  return db
    .select(line)
    .from(importRun)
    .where(eq(importRun.portalId, actor.portalId))
    .orderBy(desc(importRun.id))
    .limit(mostImports);
}

export async function importById(actor: Actor, id: number): Promise<ImportView | undefined> {
  const [found] = await db.select(view).from(importRun).where(ownImport(actor, id));
  return found;
}

export async function importProgress(actor: Actor, id: number): Promise<Result<ImportProgress, "import-not-found">> {
  const [found] = await db.select(progress).from(importRun).where(ownImport(actor, id));
  return found === undefined ? no("import-not-found") : yes(found);
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
