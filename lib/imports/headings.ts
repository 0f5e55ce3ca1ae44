import type { Row } from "#lib/imports/rows.ts";

export const mostColumns = 200;
const longestHeading = 200;

export type HeadingRefusal = "misquoted-headings" | "too-many-columns" | "no-headings";

/** The name of each column: the second of two alike gets " (2)", a blank one is known by its place. */
export function headingsOf({
  cells,
  misquoted,
}: Row): { ok: true; value: string[] } | { ok: false; no: HeadingRefusal } {
  if (misquoted) return { ok: false, no: "misquoted-headings" };
  if (cells.length > mostColumns) return { ok: false, no: "too-many-columns" };
  if (cells.some(isValue)) return { ok: false, no: "no-headings" };
  const taken = new Map<string, number>();
  const value = cells.map((cell, at) => {
    const name = shortened(cell.trim(), longestHeading) || `Column ${at + 1}`;
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
  return { ok: true, value };
}

/** A cell that nobody would write over a column: then the first row is a contact already. */
function isValue(cell: string): boolean {
  return /^\s*(\S+@\S+\.\S+|https?:\/\/\S+|[+(]?\d[\d\s().-]{6,})\s*$/u.test(cell);
}

/** Never cuts through a letter that takes two places. */
export function shortened(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .toWellFormed()
        .replace(/\ufffd$/u, "")}…`;
}

/** Up to three values of each column, for people to see what it holds. */
export function samplesOf(columns: readonly string[], rows: readonly Row[]): string[][] {
  return columns.map((_, at) =>
    rows
      .filter(({ misquoted }) => !misquoted)
      .map(({ cells }) => shortened(cells[at]?.trim() ?? "", 80))
      .filter(Boolean)
      .slice(0, 3),
  );
}
