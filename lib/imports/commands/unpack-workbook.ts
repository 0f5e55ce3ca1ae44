import { Inflate } from "fflate";
import { breath } from "#db/breath.ts";
import { dataLine } from "#lib/csv-line.ts";
import { env } from "#lib/env.ts";
import type { StoredBytes } from "#lib/imports/commands/stored-bytes.ts";
import { relationsReader, sheetReader, sheetsReader, stringsReader, stylesReader } from "#lib/imports/workbook.ts";
import type { XmlReader } from "#lib/imports/xml.ts";
import { zipContentAt, zipDirectory, zipEndBytes, type ZipEntry, zipEntries, zipHeadBytes } from "#lib/imports/zip.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** It cannot be read, it unfolds into too much, or it is some other packed file. */
export type WorkbookRefusal = "workbook" | "huge-workbook" | "packed";

type Put = (csv: Uint8Array) => Promise<void>;

/**
 * Reads the first sheet of an Excel workbook that can be seen and puts its rows as CSV, in flat memory but for the texts that
 * its cells share. The file is stored whole, since what stands at its end says how to read its beginning.
 */
export async function unpackWorkbook(file: StoredBytes, put: Put): Promise<Result<undefined, WorkbookRefusal>> {
  const parts = await partsOf(file);
  if (parts === undefined) return no("workbook");
  if (!parts.has("xl/workbook.xml")) return no("packed");
  const [sheets, relations] = [sheetsReader(), relationsReader()];
  const read = await readAll({ file, parts }, [
    ["xl/workbook.xml", sheets],
    ["xl/_rels/workbook.xml.rels", relations],
  ]);
  if (!read.ok) return read;
  const sheet = pathOf(relations.byId.get(sheets.found.visible[0]?.id ?? "") ?? "");
  if (!parts.has(sheet)) return no("workbook");

  const [strings, styles] = [stringsReader(), stylesReader()];
  const told = await readAll({ file, parts }, [
    [pathOf(relations.byKind.get("styles") ?? ""), styles],
    [pathOf(relations.byKind.get("sharedStrings") ?? ""), strings],
  ]);
  if (!told.ok) return told;
  const book = { strings: strings.strings, kinds: styles.kinds, from1904: sheets.found.from1904 };
  return putRows({ file, parts }, { sheet, book }, put);
}

type Parts = ReadonlyMap<string, ZipEntry>;

async function partsOf(file: StoredBytes): Promise<Parts | undefined> {
  const from = Math.max(0, file.length - zipEndBytes);
  const directory = zipDirectory(await file.read(from, zipEndBytes), from);
  if (directory === undefined) return undefined;
  const entries = zipEntries(await file.read(directory.at, directory.bytes));
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** Targets are told from the folder of the workbook, or from the top. */
function pathOf(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

type Packed = { file: StoredBytes; parts: Parts };
type Read = Result<undefined, WorkbookRefusal>;

/** A part that is not there says nothing. */
async function readAll(packed: Packed, wanted: readonly [path: string, reader: XmlReader][]): Promise<Read> {
  for (const [path, reader] of wanted) {
    const entry = packed.parts.get(path);
    const read = entry === undefined ? yes(undefined) : await readPart(packed.file, entry, { reader });
    if (!read.ok) return read;
  }
  return yes(undefined);
}

type Told = { sheet: string; book: Parameters<typeof sheetReader>[0] };

async function putRows({ file, parts }: Packed, { sheet, book }: Told, put: Put): Promise<Read> {
  const entry = parts.get(sheet);
  if (entry === undefined) return no("workbook");
  const reader = sheetReader(book);
  const encoder = new TextEncoder();
  let [width, bytes] = [0, 0];
  return readPart(file, entry, {
    reader,
    async after() {
      const rows = reader.rows.splice(0).filter((row) => row.some((cell) => cell.trim() !== ""));
      width ||= rows[0]?.length ?? 0;
      const csv = encoder.encode(rows.map((row) => dataLine(padded(row, width))).join(""));
      bytes += csv.length;
      if (bytes > mostBytes()) return false;
      if (csv.length > 0) await put(csv);
      return true;
    },
  });
}

/** Cells that are blank are not in a sheet: a row is as wide as its headings. */
function padded(row: readonly string[], width: number): readonly string[] {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => "")];
}

const stepBytes = 16_384;
const mostTimes = 300;
const alwaysFineBytes = 20_000_000;

type Reading = { reader: XmlReader; after?: () => Promise<boolean> };

/** Reads one part to its end, a little at a time; `after` each step may say that it is too much. */
async function readPart(file: StoredBytes, entry: ZipEntry, { reader, after }: Reading): Promise<Read> {
  const from = zipContentAt(entry, await file.read(entry.at, zipHeadBytes));
  if (from === undefined || from + entry.packedBytes > file.length) return no("workbook");
  const unpack = unpacker(entry);
  let unpacked = 0;
  for (let at = 0; at < entry.packedBytes; at += stepBytes) {
    const packed = await file.read(from + at, Math.min(stepBytes, entry.packedBytes - at));
    const text = tried(() => unpack(packed, at + stepBytes >= entry.packedBytes));
    unpacked += text?.length ?? 0;
    // A few bytes that unfold into many are made to fill a memory, not to be read.
    if (unpacked > Math.max(alwaysFineBytes, (at + stepBytes) * mostTimes) || unpacked > 10 * mostBytes())
      return no("huge-workbook");
    const isRead = text !== undefined && tried(() => taken(reader, text));
    if (!isRead) return no("workbook");
    if ((await after?.()) === false) return no("huge-workbook");
    // Pages are served in between.
    await breath();
  }
  return yes(undefined);
}

function unpacker({ method }: ZipEntry): (packed: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  if (method === "stored") return (packed, isLast) => decoder.decode(packed, { stream: !isLast });
  const texts: string[] = [];
  const inflate = new Inflate((bytes, isLast) => texts.push(decoder.decode(bytes, { stream: !isLast })));
  return (packed, isLast) => {
    inflate.push(packed, isLast);
    return texts.splice(0).join("");
  };
}

function taken(reader: XmlReader, text: string): true {
  reader.take(text);
  return true;
}

/** What is neither packed text nor XML the parsers refuse by throwing; `undefined` then. */
function tried<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function mostBytes(): number {
  return env.DIBS_IMPORT_LIMIT_MB * 1_048_576;
}
