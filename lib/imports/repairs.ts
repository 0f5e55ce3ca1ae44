import { saidIn } from "#lib/imports/read-row.ts";
import type { Row } from "#lib/imports/rows.ts";

/** A value put in the place of another, by hand: in one row, or with row 0 wherever the column has it. */
export type Repair = { row: number; column: number; value: string; replacement: string };

/** The row as it is read: with every repair of it. `number` is its place below the headings, from 1. */
export type Mend = (number: number, row: Row) => Row;

/** Longer values are mended row by row: as one of many they would have to be found by all of their text. */
export const longestRepaired = 200;

export function mendWith(repairs: readonly Repair[]): Mend {
  if (repairs.length === 0) return (_, row) => row;
  const everywhere = new Map<number, Map<string, string>>();
  const inRow = new Map<number, Repair[]>();
  for (const repair of repairs) {
    if (repair.row === 0) placeIn(everywhere, repair.column).set(repair.value, repair.replacement);
    else inRow.set(repair.row, [...(inRow.get(repair.row) ?? []), repair]);
  }
  return (number, row) => {
    // Where the quotes do not fit nobody knows which cell is which.
    if (row.misquoted) return row;
    const cells = [...row.cells];
    for (const [column, replacements] of everywhere) {
      const replacement = replacements.get(saidIn(cells[column] ?? ""));
      if (replacement !== undefined && column < cells.length) cells[column] = replacement;
    }
    for (const { column, replacement } of inRow.get(number) ?? []) {
      if (column < cells.length) cells[column] = replacement;
    }
    return { ...row, cells };
  };
}

function placeIn(all: Map<number, Map<string, string>>, column: number): Map<string, string> {
  const known = all.get(column) ?? new Map<string, string>();
  all.set(column, known);
  return known;
}
