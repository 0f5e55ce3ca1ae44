import { joined, nameAt, type ReadImage, viewOf } from "#lib/contacts/photo-bytes.ts";

// Texts, the camera's notes and the time: where and by whom it was made.
const left = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

const signatureBytes = 8;
/** Length, name and check sum around the data of a part. */
const aroundBytes = 12;

/** Part by part to IEND; what stands behind it is left out too. */
export function readPng(given: Uint8Array): ReadImage {
  const view = viewOf(given);
  const pieces = [given.subarray(0, signatureBytes)];
  for (let at = signatureBytes; at + aroundBytes <= given.byteLength;) {
    const [length, name] = [view.getUint32(at), nameAt(given, at + 4)];
    const end = at + aroundBytes + length;
    if (end > given.byteLength || (at === signatureBytes && (name !== "IHDR" || length !== 13))) return null;
    if (!left.has(name)) pieces.push(given.subarray(at, end));
    if (name === "IEND") return { width: view.getUint32(16), height: view.getUint32(20), bytes: joined(pieces) };
    at = end;
  }
  return null;
}
