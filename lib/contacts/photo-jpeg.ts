import { joined, type ReadImage, viewOf } from "#lib/contacts/photo-bytes.ts";

const start = new Uint8Array([0xff, 0xd8]);
const end = 0xd9;
const scan = 0xda;
const comment = 0xfe;

/**
 * Segment by segment to the end of the picture: what the camera noted, comments and what stands behind the end are left out.
 * Of the notes only how the picture is turned is kept, or it would lie on its side.
 */
export function readJpeg(given: Uint8Array): ReadImage {
  const view = viewOf(given);
  const pieces: Uint8Array[] = [];
  let size = { width: 0, height: 0 };
  let turned = 1;
  for (let at = start.byteLength; at + 2 <= given.byteLength;) {
    if (given[at] !== 0xff) return null;
    const kind = given[at + 1] ?? 0;
    if (kind === 0xff) {
      // Before a marker there may be any number of them.
      at += 1;
      continue;
    }
    if (kind === end)
      return size.width === 0 ? null : { ...size, bytes: whole(pieces, turned, given.slice(at, at + 2)) };
    if (at + 4 > given.byteLength) return null;
    const behind = at + 2 + view.getUint16(at + 2);
    if (behind > given.byteLength) return null;
    const segment = given.subarray(at, behind);
    if (isFrame(kind) && segment.byteLength >= 9)
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (kind === 0xe1) turned = turnIn(segment) ?? turned;
    const next = kind === scan ? endOfScan(given, behind) : behind;
    if (isKept(kind, segment)) pieces.push(given.subarray(at, next));
    at = next;
  }
  return null;
}

function whole(pieces: readonly Uint8Array[], turned: number, ending: Uint8Array): Uint8Array {
  return joined([start, ...(turned === 1 ? [] : [turnNote(turned)]), ...pieces, ending]);
}

function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
}

/** Of the segments that programs add, the ones without which the colours would be wrong. */
function isKept(kind: number, segment: Uint8Array): boolean {
  if (kind === comment) return false;
  if (kind === 0xe2) return String.fromCharCode(...segment.subarray(4, 15)) === "ICC_PROFILE";
  return kind < 0xe0 || kind > 0xef || kind === 0xe0 || kind === 0xee;
}

/** The next marker that is none of the picture's own: FF 00 stands for a byte, FF D0 to D7 for a new beginning. */
function endOfScan(given: Uint8Array, from: number): number {
  for (let at = given.indexOf(0xff, from); at !== -1; at = given.indexOf(0xff, at + 1)) {
    const kind = given[at + 1] ?? 0;
    if (kind !== 0 && kind !== 0xff && (kind < 0xd0 || kind > 0xd7)) return at;
  }
  return given.byteLength;
}

const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
const orientation = 0x0112;

/** How the picture is turned, 1 to 8, as the camera noted it; undefined where it noted nothing of it. */
function turnIn(segment: Uint8Array): number | undefined {
  if (!exif.every((byte, at) => segment[at + 4] === byte) || segment.byteLength < 20) return undefined;
  const notes = segment.subarray(10);
  const view = viewOf(notes);
  const little = notes[0] === 0x49;
  const first = view.getUint32(4, little);
  if (first + 2 > notes.byteLength) return undefined;
  const many = view.getUint16(first, little);
  for (let at = first + 2; at < first + 2 + many * 12 && at + 12 <= notes.byteLength; at += 12) {
    if (view.getUint16(at, little) !== orientation) continue;
    const turned = view.getUint16(at + 8, little);
    return turned >= 1 && turned <= 8 ? turned : undefined;
  }
  return undefined;
}

/** Notes of a camera that say nothing but how the picture is turned. */
function turnNote(turned: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0];
  return new Uint8Array([0xff, 0xe1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff]);
}
