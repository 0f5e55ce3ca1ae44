import { and, asc, eq, gt, lt } from "drizzle-orm";
import { type Db, db } from "#db/client.ts";
import { importPiece, importRun } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { searchDuplicates } from "#lib/contacts/commands/find-duplicates.ts";
import { announceContacts } from "#lib/contacts/commands/save-properties.ts";
import { type ImportRun, lockedRun, takeRows } from "#lib/imports/commands/take-rows.ts";
import { dataOf } from "#lib/imports/delimiter.ts";
import { decoderOf, type Encoding } from "#lib/imports/encoding.ts";
import { type Row, rowReader } from "#lib/imports/rows.ts";

// A commit rewrites the pages of every index: twice the rows in one cost a fifth less.
const atOnce = 1_000;

/**
 * Takes over the rows of a running import, and says after each step how many are done: whoever stops listening leaves an
 * import that goes on behind the last of them. The file is read from its beginning again, which costs a hundredth of what
 * taking over costs and needs no place inside a piece, a letter or a quoted cell to be kept.
 */
export async function* importInSteps(importId: number): AsyncGenerator<number> {
  const [run] = await db.select().from(importRun).where(eq(importRun.id, importId));
  if (run?.state !== "running") return;

  let done = run.rowsDone;
  for await (const rows of chunksOf(run)) {
    if (!(await transaction((tx) => takeRows(tx, { importId, from: done, rows })))) return;
    done += rows.length;
    yield done;
  }
  await transaction((tx) => finish(tx, importId));
}

/** The rows that are still to be taken over. */
async function* chunksOf(run: ImportRun): AsyncGenerator<Row[]> {
  let waiting: Row[] = [];
  let behind = run.rowsDone + 1;
  for await (const rows of rowsOf(run)) {
    const left = rows.slice(behind);
    behind = Math.max(0, behind - rows.length);
    waiting.push(...left);
    for (; waiting.length >= atOnce; waiting = waiting.slice(atOnce)) yield waiting.slice(0, atOnce);
  }
  if (waiting.length > 0) yield waiting;
}

/** Every row that holds something, the headings first. */
async function* rowsOf(run: ImportRun): AsyncGenerator<Row[]> {
  const decoder = decoderOf(encodingNamed(run.encoding));
  const reader = rowReader(run.delimiter);
  for await (const bytes of piecesOf(run.id)) yield dataOf(reader.take(decoder.take(bytes)));
  yield dataOf([...reader.take(decoder.end()), ...reader.end()]);
}

async function* piecesOf(importId: number): AsyncGenerator<Uint8Array> {
  for (let last = -1; ;) {
    const [piece] = await db
      .select()
      .from(importPiece)
      .where(and(eq(importPiece.importId, importId), gt(importPiece.piece, last)))
      .orderBy(asc(importPiece.piece))
      .limit(1);
    if (piece === undefined) return;
    yield piece.bytes;
    last = piece.piece;
  }
}

function encodingNamed(name: string): Encoding {
  const known = (["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const).find((each) => each === name);
  if (known === undefined) throw new Error(`an import in the encoding "${name}"`);
  return known;
}

/** The import is done when every row that was counted as the file came in is created, updated, unchanged or failed. */
async function finish(tx: Db, importId: number): Promise<void> {
  const run = await lockedRun(tx, importId);
  if (run?.state !== "running") return;
  const counted = run.created + run.updated + run.unchanged + run.failed;
  const isWhole = counted === run.rows && run.rowsDone === run.rows;
  const short = `The file had ${run.rows} rows, but only ${counted} could be read again. What was imported is kept. Import the file once more.`;
  await tx
    .update(importRun)
    .set({ state: isWhole ? "done" : "failed", error: isWhole ? "" : short, finishedAt: now() })
    .where(eq(importRun.id, importId));
  // Registration is woken once, for all that came.
  await announceContacts(tx, run.portalId);
  await searchDuplicates(tx, run.portalId);
}

const piecesAtOnce = 4;

/** Lets go of the file of an import that has ended, a little at a time: a large one would hold up every other writer. */
export async function dropFile(importId: number): Promise<void> {
  while (await transaction((tx) => dropSome(tx, importId)));
}

async function dropSome(tx: Db, importId: number): Promise<boolean> {
  const run = await lockedRun(tx, importId);
  if (run?.state !== "done" && run?.state !== "failed") return false;
  const ofImport = eq(importPiece.importId, importId);
  const [first] = await tx
    .select({ piece: importPiece.piece })
    .from(importPiece)
    .where(ofImport)
    .orderBy(asc(importPiece.piece))
    .limit(1);
  if (first === undefined) return false;
  const upTo = first.piece + piecesAtOnce;
  await tx.delete(importPiece).where(and(ofImport, lt(importPiece.piece, upTo)));
  return true;
}
