import { dataOf, delimiterOf } from "#lib/imports/delimiter.ts";
import { type Decoding, decoderOf, decoding, type Encoding, encodingOf } from "#lib/imports/encoding.ts";
import { fileKind, type FileKind } from "#lib/imports/file-kind.ts";
import { type HeadingRefusal, headingsOf, samplesOf } from "#lib/imports/headings.ts";
import { type Endless, type RowReader, rowReader } from "#lib/imports/rows.ts";

/** What a file turned out to hold; `rows` counts every row below the headings but blank ones. */
export type FileFound = {
  encoding: Encoding;
  delimiter: string;
  columns: string[];
  samples: string[][];
  rows: number;
};

export type FileRefusal = "empty" | "binary" | "damaged" | "no-rows" | FileKind | HeadingRefusal | Endless["why"];
/** `line` is 0 where no line is to blame. */
type Refused = { ok: false; no: FileRefusal; line: number };
export type Checked = { ok: true; value: FileFound } | Refused;

export type FileCheck = {
  /** The next bytes; true when the file is refused already and the rest need not be looked at. */
  take(bytes: Uint8Array): boolean;
  end(): Checked;
};

const headBytes = 65_536;

/** Looks at a whole file once, as it comes in and in flat memory: nothing is taken over from a file that cannot be read to its end. */
export function fileCheck(): FileCheck {
  let head: Uint8Array = new Uint8Array();
  let reading: Reading | undefined;
  let refused: Refused | undefined;

  function look(bytes: Uint8Array): void {
    const unread = reading === undefined ? joined(head, bytes) : bytes;
    if (reading === undefined) head = unread.slice(0, headBytes);
    reading ??= begin(head);
    refused = read(reading, reading.decoded.take(unread));
  }
  return {
    take(bytes) {
      if (refused !== undefined) return true;
      if (reading === undefined && head.length + bytes.length < headBytes) head = joined(head, bytes);
      else look(bytes);
      return refused !== undefined;
    },
    end() {
      if (reading === undefined && refused === undefined) look(new Uint8Array());
      return refused ?? finish(reading ?? begin(head), head);
    },
  };
}

type Reading = { kind: FileKind | "text"; decoded: Decoding; delimiter: string; rows: RowReader; counted: number };

function begin(head: Uint8Array): Reading {
  const guess = encodingOf(head);
  const delimiter = delimiterOf(decoding(guess).take(head));
  return { kind: fileKind(head), decoded: decoding(guess), delimiter, rows: rowReader(delimiter), counted: 0 };
}

function read(reading: Reading, text: string): Refused | undefined {
  if (reading.kind !== "text") return refuse(reading.kind);
  if (reading.decoded.verdict() === "damaged") return refuse("damaged");
  if (text.includes("\0")) return refuse("binary");
  reading.counted += dataOf(reading.rows.take(text)).length;
  const endless = reading.rows.endless();
  return endless && refuse(endless.why, endless.line);
}

function finish(reading: Reading, head: Uint8Array): Checked {
  const refused = read(reading, reading.decoded.end());
  if (refused !== undefined) return refused;
  const rows = reading.counted + dataOf(reading.rows.end()).length;
  const endless = reading.rows.endless();
  if (endless !== undefined) return refuse(endless.why, endless.line);
  const encoding = reading.decoded.verdict();
  if (encoding === "damaged") return refuse(encoding);
  if (rows === 0) return refuse("empty");
  return described(head, { encoding, delimiter: reading.delimiter, rows: rows - 1 });
}

function described(head: Uint8Array, found: Pick<FileFound, "encoding" | "delimiter" | "rows">): Checked {
  const text = decoderOf(found.encoding).take(head);
  const reader = rowReader(found.delimiter);
  const [headings, ...rows] = dataOf([...reader.take(text), ...(head.length < headBytes ? reader.end() : [])]);
  if (headings === undefined) return refuse("too-many-columns");
  const columns = headingsOf(headings);
  if (!columns.ok) return refuse(columns.no, headings.line);
  if (found.rows === 0) return refuse("no-rows");
  return { ok: true, value: { ...found, columns: columns.value, samples: samplesOf(columns.value, rows) } };
}

function refuse(why: FileRefusal, line = 0): Refused {
  return { ok: false, no: why, line };
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
