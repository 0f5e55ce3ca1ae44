import { joined, nameAt, type ReadImage, viewOf } from "#lib/contacts/photo-bytes.ts";

const headBytes = 12;
const left = new Set(["EXIF", "XMP "]);
/** In the first part of a large file: that it has EXIF, that it has XMP. */
const saysLeft = 0x08 | 0x04;

/** Part by part; the file says anew how long it is and what is in it. */
export function readWebp(given: Uint8Array): ReadImage {
  const view = viewOf(given);
  const pieces: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  const whole = Math.min(given.byteLength, view.getUint32(4, true) + 8);
  for (let at = headBytes; at + 8 <= whole;) {
    const [name, length] = [nameAt(given, at), view.getUint32(at + 4, true)];
    // Parts begin at even places.
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > given.byteLength) return null;
    const piece = given.slice(at, Math.min(end, given.byteLength));
    size ??= sizeIn(name, piece);
    if (name === "VP8X") piece[8] = (piece[8] ?? 0) & ~saysLeft;
    if (!left.has(name)) pieces.push(piece);
    at = end;
  }
  if (size === null) return null;
  const bytes = joined([given.slice(0, headBytes), ...pieces]);
  viewOf(bytes).setUint32(4, bytes.byteLength - 8, true);
  return { ...size, bytes };
}

/** The first part says it: large files in VP8X, others in the picture itself. */
function sizeIn(name: string, piece: Uint8Array): { width: number; height: number } | null {
  const view = viewOf(piece);
  if (piece.byteLength < 18) return null;
  switch (name) {
    case "VP8X":
      return { width: threeBytes(view, 12) + 1, height: threeBytes(view, 15) + 1 };
    case "VP8L": {
      const bits = view.getUint32(9, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff };
    default:
      return null;
  }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}
