import { and, asc, eq, gt } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db } from "#db/client.ts";
import { importPiece } from "#db/schema/imports.ts";
import type { ImportRun } from "#lib/imports/commands/take-rows.ts";
import { dataOf } from "#lib/imports/delimiter.ts";
import { decoderOf, type Encoding, type StoredAs } from "#lib/imports/encoding.ts";
import { type Row, rowReader } from "#lib/imports/rows.ts";

/**
 * The rows of an import behind the first `done` of them, `atOnce` at a time. The file is read from its beginning again, which
 * costs a hundredth of what taking over costs and needs no place inside a piece, a letter or a quoted cell to be kept.
 */
export async function* chunksOf(run: ImportRun, done: number, atOnce: number): AsyncGenerator<Row[]> {
  let waiting: Row[] = [];
  let behind = done + 1;
  for await (const rows of rowsOf(run)) {
    const left = rows.slice(behind);
    behind = Math.max(0, behind - rows.length);
    waiting.push(...left);
    for (; waiting.length >= atOnce; waiting = waiting.slice(atOnce)) yield waiting.slice(0, atOnce);
    await breath();
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
  // The rows of a workbook were put down by ourselves.
  if (name === ("workbook" satisfies StoredAs)) return "utf-8";
  const known = (["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const).find((each) => each === name);
  if (known === undefined) throw new Error(`an import in the encoding "${name}"`);
  return known;
}
