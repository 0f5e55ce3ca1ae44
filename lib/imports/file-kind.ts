/** What a file is when it is no CSV, whatever its name says: known by its first bytes. */
export type FileKind = "workbook" | "old-workbook" | "pdf" | "image" | "packed" | "web-page";

const beginnings: readonly { kind: FileKind; bytes: readonly number[] }[] = [
  // .xlsx is a zip and begins like one; .xls begins like every old Office file, and so does one with a password.
  { kind: "workbook", bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "old-workbook", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: "image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "image", bytes: [0xff, 0xd8, 0xff] },
  { kind: "image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: "packed", bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "packed", bytes: [0x1f, 0x8b] },
  { kind: "packed", bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: "packed", bytes: [0x52, 0x61, 0x72, 0x21] },
];

export function fileKind(head: Uint8Array): FileKind | "text" {
  const known = beginnings.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  if (known !== undefined) return known.kind;
  const start = new TextDecoder().decode(head.subarray(0, 200)).trimStart().toLowerCase();
  return start.startsWith("<!doctype html") || start.startsWith("<html") ? "web-page" : "text";
}
