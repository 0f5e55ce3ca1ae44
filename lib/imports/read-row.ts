import { cleaned, readValue, valueRefused } from "#lib/properties/value.ts";
import type { MatchedColumn } from "#lib/imports/match.ts";
import type { Row } from "#lib/imports/rows.ts";

/** The values of a row by property name, blank ones left out, so that they leave what is stored as it is. */
export type RowRead = { ok: true; values: Record<string, string> } | { ok: false; reason: string };

/** Checks a whole row; `width` is the number of columns. Every fault is told, with the column and how to mend it. */
export function readRow(columns: readonly MatchedColumn[], width: number, row: Row): RowRead {
  const shape = shapeFault(width, row);
  if (shape !== undefined) return { ok: false, reason: shape };

  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const { at, heading, property } of columns) {
    const read = readValue(property, withoutGuard(row.cells[at] ?? ""));
    if (!read.ok) faults.push(faultOf(valueRefused(`“${heading}”`, read.no, property), property.options));
    else if (read.value !== "") values[property.name] = read.value;
  }
  if (faults.length > 0) return { ok: false, reason: faults.join(" ") };
  if (Object.keys(values).length > 0) return { ok: true, values };
  return { ok: false, reason: "None of the matched columns has a value in this row. Fill one, or delete the row." };
}

function shapeFault(width: number, { line, cells, misquoted }: Row): string | undefined {
  if (misquoted) {
    return `The quotes do not fit (line ${line}). Put the whole cell in quotes and write a quote inside it twice.`;
  }
  if (cells.length < width) {
    return `This row has ${cells.length} cells, the headings are ${width}. Add the missing ones, empty where there is nothing to say.`;
  }
  // Programs that make tables write empty cells behind the last one.
  if (cells.slice(width).every((cell) => cleaned(cell) === "")) return undefined;
  return `This row has ${cells.length} cells, the headings are ${width}. Put a cell that holds the delimiter in quotes.`;
}

function faultOf(sentence: string, options: readonly { label: string }[] | undefined): string {
  return options === undefined ? `${sentence}.` : `${sentence} (${options.map(({ label }) => label).join(", ")}).`;
}

/**
 * Our own files put an apostrophe before what a spreadsheet would take for a formula; here it goes off again, so that a file
 * of failed rows can come back as it is.
 */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
