/** One row as it stands in the file. `line` is where it begins, from 1; a misquoted one is split at every delimiter. */
export type Row = { line: number; cells: string[]; misquoted: boolean };

/** Why a file cannot be read to its end: a quote opened in `line` is not closed, or the row has no end in sight. */
export type Endless = { why: "unclosed-quote" | "endless-row"; line: number };

export type RowReader = {
  /** The rows that are complete with this text. */
  take(text: string): Row[];
  /** The last row, which needs no line break. */
  end(): Row[];
  /** Set once nothing more can be read. */
  endless(): Endless | undefined;
};

const [quote, cr, lf] = [34, 13, 10];
export const longestRow = 1_000_000;

/**
 * Rows of RFC 4180 from text that comes cut anywhere; lines may end in CRLF, LF or CR, mixed. Strict: a quote inside a cell
 * without quotes, or text behind a closing quote, makes the row misquoted, and reading goes on at the next line.
 */
export function rowReader(delimiter: string): RowReader {
  let rest = "";
  let line = 1;
  let endless: Endless | undefined;

  function read(text: string, isEnd: boolean): Row[] {
    if (endless !== undefined) return [];
    const all = rest + text;
    const rows: Row[] = [];
    let at = 0;
    while (at < all.length) {
      const record = readRecord({ text: all, delimiter: delimiter.charCodeAt(0), isEnd }, at);
      if (record === "more") break;
      if (record === "unclosed") endless = { why: "unclosed-quote", line };
      else if (record.next - at > longestRow) endless = endlessAt(all.slice(at, record.next));
      if (record === "unclosed" || endless !== undefined) return rows;
      const cells = record.misquoted ? all.slice(at, record.end).split(delimiter) : record.cells;
      rows.push({ line, cells, misquoted: record.misquoted });
      line += record.lines;
      at = record.next;
    }
    rest = all.slice(at);
    if (rest.length > longestRow) endless = endlessAt(rest);
    return rows;
  }

  function endlessAt(row: string): Endless {
    return { why: row.includes('"') ? "unclosed-quote" : "endless-row", line };
  }

  return { take: (text) => read(text, false), end: () => read("", true), endless: () => endless };
}

/** True for a line without anything in it: it is left out and not counted. */
export function isBlank({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** Some programs write the delimiter into a first line of its own, "sep=;". */
export function isDelimiterLine({ line, cells }: Row): boolean {
  return line === 1 && cells[0] === "sep=" && cells.length === 2 && cells[1] === "";
}

type Source = { text: string; delimiter: number; isEnd: boolean };
type Read = { cells: string[]; misquoted: boolean; end: number; next: number; lines: number };

function readRecord(source: Source, from: number): Read | "more" | "unclosed" {
  const cells: string[] = [];
  let lines = 1;
  for (let at = from; ; at += 1) {
    const cell = source.text.charCodeAt(at) === quote ? quotedCell(source, at) : plainCell(source, at);
    if (cell === "more" || cell === "unclosed") return cell;
    lines += cell.lines;
    at = cell.end;
    if (cell.misquoted) return misquoted(source, from, at);
    cells.push(cell.value);
    if (at < source.text.length && source.text.charCodeAt(at) === source.delimiter) continue;
    const next = behindLine(source, at);
    return next === "more" ? next : { cells, misquoted: false, end: at, next, lines };
  }
}

/** The broken row reaches to the end of the line in which the fault was found. */
function misquoted(source: Source, from: number, fault: number): Read | "more" {
  let end = fault;
  while (end < source.text.length && !isLineBreak(source.text.charCodeAt(end))) end += 1;
  const next = behindLine(source, end);
  if (next === "more") return next;
  return { cells: [], misquoted: true, end, next, lines: 1 + lineBreaks(source.text.slice(from, end)) };
}

type Cell = { value: string; end: number; misquoted: boolean; lines: number };

function plainCell({ text, delimiter }: Source, from: number): Cell {
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === lf || code === cr) break;
    if (code === quote) return { value: "", end, misquoted: true, lines: 0 };
  }
  return { value: text.slice(from, end), end, misquoted: false, lines: 0 };
}

function quotedCell({ text, delimiter, isEnd }: Source, from: number): Cell | "more" | "unclosed" {
  let doubled = false;
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text.charCodeAt(close + 1) === quote) {
    doubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close === -1) return isEnd ? "unclosed" : "more";
  const end = close + 1;
  if (end === text.length && !isEnd) return "more";

  const code = text.charCodeAt(end);
  const fits = end === text.length || code === delimiter || isLineBreak(code);
  const value = text.slice(from + 1, close);
  return { value: doubled ? value.replaceAll('""', '"') : value, end, misquoted: !fits, lines: lineBreaks(value) };
}

/** Where the next row begins, when this one ends at `end`. A CR at the end of the text may still be half of a CRLF. */
function behindLine({ text, isEnd }: Source, end: number): number | "more" {
  if (end === text.length) return isEnd ? end : "more";
  const isCr = text.charCodeAt(end) === cr;
  if (isCr && end + 1 === text.length && !isEnd) return "more";
  return isCr && text.charCodeAt(end + 1) === lf ? end + 2 : end + 1;
}

function isLineBreak(code: number): boolean {
  return code === lf || code === cr;
}

const anyLineBreak = /\r\n|\n|\r/g;

function lineBreaks(text: string): number {
  return text.includes("\n") || text.includes("\r") ? (text.match(anyLineBreak)?.length ?? 0) : 0;
}
