/** A file in a packed one. `at` is where its own head stands, `packedBytes` how long it is behind that. */
export type ZipEntry = { name: string; method: "stored" | "deflated"; at: number; packedBytes: number; bytes: number };

/** Where the list of files stands. */
type Directory = { at: number; bytes: number };

const endBytes = 22;
/** So much of the end has to be looked at: the end mark may have a comment behind it. */
export const zipEndBytes = endBytes + 65_535;
const mostDirectoryBytes = 4_194_304;

/** Reads the end mark from the last bytes of a file, of which the first stands at `from`. */
export function zipDirectory(end: Uint8Array, from: number): Directory | undefined {
  const view = viewOf(end);
  for (let at = end.length - endBytes; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const directory = { bytes: view.getUint32(at + 12, true), at: view.getUint32(at + 16, true) };
    const fits = directory.at + directory.bytes <= from + at && directory.bytes <= mostDirectoryBytes;
    return fits ? directory : undefined;
  }
  return undefined;
}

/** Every file that is listed and can be read: neither locked nor packed in a way that nobody uses. */
export function zipEntries(directory: Uint8Array): ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === 0x02014b50;) {
    const isLocked = (view.getUint16(at + 8, true) & 1) === 1;
    const method = methods.get(view.getUint16(at + 10, true));
    const [packedBytes, bytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const name = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + (lengths[0] ?? 0)));
    if (!isLocked && method !== undefined)
      entries.push({ name, method, at: view.getUint32(at + 42, true), packedBytes, bytes });
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return entries;
}

const methods = new Map<number, ZipEntry["method"]>([
  [0, "stored"],
  [8, "deflated"],
]);

export const zipHeadBytes = 30;

/** Where the bytes of a file begin, from its own head; `undefined` where there is none. */
export function zipContentAt({ at }: ZipEntry, head: Uint8Array): number | undefined {
  const view = viewOf(head);
  if (head.length < zipHeadBytes || view.getUint32(0, true) !== 0x04034b50) return undefined;
  return at + zipHeadBytes + view.getUint16(26, true) + view.getUint16(28, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
