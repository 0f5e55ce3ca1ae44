import { importPiece } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import { pieceBytes } from "#lib/imports/commands/stored-bytes.ts";

/** Where the bytes of a file go, piece by piece, so that any node can go on with it. */
export type PieceStore = {
  put(bytes: Uint8Array): Promise<void>;
  /** Stores what is not yet a whole piece. */
  flush(): Promise<void>;
  /** How many pieces there are, with those before the first. */
  pieces(): number;
};

/** `look` sees every piece before it is kept; one that it refuses, with true, is not. */
export function pieceStore(importId: number, first: number, look: (bytes: Uint8Array) => boolean): PieceStore {
  const piece = new Uint8Array(pieceBytes);
  let [filled, pieces] = [0, first];

  async function flush(): Promise<void> {
    if (filled === 0) return;
    const bytes = Buffer.from(piece.slice(0, filled));
    filled = 0;
    if (look(bytes)) return;
    await transaction((tx) => tx.insert(importPiece).values({ importId, piece: pieces, bytes }));
    pieces += 1;
  }
  return {
    flush,
    pieces: () => pieces,
    async put(bytes) {
      for (let at = 0; at < bytes.length;) {
        const part = bytes.subarray(at, at + pieceBytes - filled);
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === pieceBytes) await flush();
      }
    },
  };
}
