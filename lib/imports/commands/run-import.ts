import { and, asc, eq, lt } from "drizzle-orm";
import { type Db, db } from "#db/client.ts";
import { importPiece, importRun } from "#db/schema/imports.ts";
import { steps, transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { searchDuplicates } from "#lib/contacts/commands/find-duplicates.ts";
import { announceContacts } from "#lib/contacts/commands/save-properties.ts";
import { dropFindings, repairsOf } from "#lib/imports/commands/findings.ts";
import { chunksOf } from "#lib/imports/commands/read-rows.ts";
import { type Chunk, lockedRun, takeRows } from "#lib/imports/commands/take-rows.ts";
import { mendWith } from "#lib/imports/repairs.ts";

/**
 * Takes over the rows of a running import, and says after each step how many are done: whoever stops listening leaves an
 * import that goes on behind the last of them.
 */
export async function* importInSteps(importId: number): AsyncGenerator<number> {
  const [run] = await db.select().from(importRun).where(eq(importRun.id, importId));
  if (run?.state !== "running") return;

  const mend = mendWith(await repairsOf(db, importId));
  let done = run.rowsDone;
  for await (const read of chunksOf(run, done, readAhead)) {
    const from = done;
    const rows = read.map((row, at) => mend(from + at + 1, row));
    const end = from + rows.length;
    while (done < end) {
      const places = await steps(
        (tx) => step(tx, { importId, from, rows }),
        (place) => place !== null && place < end,
      );
      const place = places.at(-1) ?? null;
      if (place === null) return;
      yield (done = place);
    }
  }
  // The file was shorter than it was counted.
  await transaction((tx) => finish(tx, importId));
}

// Several steps of rows at once, so that a commit may hold some of them.
const readAhead = 10_000;

/** Whoever looks sees the last rows and the end at once. */
async function step(tx: Db, chunk: Chunk): Promise<number | null> {
  const taken = await takeRows(tx, chunk);
  if (taken?.place === taken?.of) await finish(tx, chunk.importId);
  return taken?.place ?? null;
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
  if (first === undefined) {
    await dropFindings(tx, importId);
    return false;
  }
  const upTo = first.piece + piecesAtOnce;
  await tx.delete(importPiece).where(and(ofImport, lt(importPiece.piece, upTo)));
  return true;
}
