import { isBlank, isDelimiterLine, type Row, rowReader } from "#lib/imports/rows.ts";

const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

const looksAt = 50;

/** The delimiter by which most of the first rows have as many cells as the headings; a comma where there is one column only. */
export function delimiterOf(head: string): Delimiter {
  const said = /^sep=([,;\t|])\r?[\r\n]/.exec(head)?.[1];
  const scored = delimiters.map((delimiter) => ({ delimiter, score: agreement(head, delimiter) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return delimiters.find((delimiter) => delimiter === said) ?? best.delimiter;
}

function agreement(head: string, delimiter: Delimiter): number {
  const rows = dataOf(rowReader(delimiter).take(`${head}\n`)).slice(0, looksAt);
  const width = rows[0]?.cells.length ?? 0;
  if (width < 2) return 0;
  const same = rows.filter(({ cells, misquoted }) => !misquoted && cells.length === width);
  // Of two that fit alike, the one that makes more columns.
  return same.length / rows.length + width / 10_000;
}

/** The rows that hold something: the first of them are the headings. */
export function dataOf(rows: readonly Row[]): Row[] {
  return rows.filter((row) => !isBlank(row) && !isDelimiterLine(row));
}
