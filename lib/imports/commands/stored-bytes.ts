import { and, eq, gte, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importPiece } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";

export const pieceBytes = 1_048_576;

/** An uploaded file that is read here and there; every piece but the last is of one length. */
export type StoredBytes = {
  length: number;
  read(from: number, bytes: number): Promise<Uint8Array>;
};

export function storedBytes(importId: number, length: number): StoredBytes {
  let held = { piece: -1, bytes: new Uint8Array() };

  async function pieceAt(piece: number): Promise<Uint8Array> {
    if (held.piece === piece) return held.bytes;
    const ofPiece = and(eq(importPiece.importId, importId), eq(importPiece.piece, piece));
    const [found] = await db.select({ bytes: importPiece.bytes }).from(importPiece).where(ofPiece);
    held = { piece, bytes: new Uint8Array(found?.bytes ?? []) };
    return held.bytes;
  }
  return {
    length,
    async read(from, bytes) {
      const end = Math.min(length, from + bytes);
      const all = new Uint8Array(Math.max(0, end - from));
      for (let at = from; at < end;) {
        const piece = await pieceAt(Math.floor(at / pieceBytes));
        const part = piece.subarray(at % pieceBytes, (at % pieceBytes) + end - at);
        if (part.length === 0) break;
        all.set(part, at - from);
        at += part.length;
      }
      return all;
    },
  };
}

const piecesAtOnce = 4;

/** Lets go of the first pieces of a file, a little at a time. */
export async function dropPieces(importId: number, before: number): Promise<void> {
  const ofImport = eq(importPiece.importId, importId);
  for (let from = 0; from < before; from += piecesAtOnce) {
    const until = Math.min(before, from + piecesAtOnce);
    await transaction((tx) =>
      tx.delete(importPiece).where(and(ofImport, gte(importPiece.piece, from), lt(importPiece.piece, until))),
    );
  }
}
