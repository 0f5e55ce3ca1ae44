import { cleaned, readValue, type ValueRefusal, valueRefused } from "#lib/properties/value.ts";
import type { MatchedColumn } from "#lib/imports/match.ts";
import type { Row } from "#lib/imports/rows.ts";

/** What is wrong with a whole row; every other fault is that of one cell. */
type RowFaultKind = "misquoted" | "too-few-cells" | "too-many-cells" | "nothing-in-row";

/** `column` is its place in the file, -1 for the whole row; `value` is what stands there, '' for the whole row. */
export type Fault = { kind: ValueRefusal | RowFaultKind; column: number; value: string; sentence: string };

/** The values of a row by property name, blank ones left out, so that they leave what is stored as it is. */
export type RowRead = { ok: true; values: Record<string, string> } | { ok: false; faults: Fault[] };

/** Checks a whole row; `width` is the number of columns. Every fault is told, with the column and how to mend it. */
export function readRow(columns: readonly MatchedColumn[], width: number, row: Row): RowRead {
  const shape = shapeFault(width, row);
  if (shape !== undefined) return { ok: false, faults: [shape] };

  const values: Record<string, string> = {};
  const faults: Fault[] = [];
  for (const { at, heading, property } of columns) {
    const value = plainCell(row.cells[at] ?? "");
    const read = readValue(property, value);
    if (!read.ok) {
      const sentence = faultOf(valueRefused(`“${heading}”`, read.no, property), property.options);
      faults.push({ kind: read.no, column: at, value: cleaned(value), sentence });
    } else if (read.value !== "") values[property.name] = read.value;
  }
  if (faults.length > 0) return { ok: false, faults };
  if (Object.keys(values).length > 0) return { ok: true, values };
  return { ok: false, faults: [ofRow("nothing-in-row", nothingInRow)] };
}

/** Everything that is wrong with a row, for the file of failed rows. */
export function reasonOf(faults: readonly Fault[]): string {
  return faults.map(({ sentence }) => sentence).join(" ");
}

const nothingInRow = "None of the matched columns has a value in this row. Fill one, or delete the row.";

function shapeFault(width: number, { line, cells, misquoted }: Row): Fault | undefined {
  if (misquoted) {
    return ofRow(
      "misquoted",
      `The quotes do not fit (line ${line}). Put the whole cell in quotes and write a quote inside it twice.`,
    );
  }
  if (cells.length < width) {
    return ofRow(
      "too-few-cells",
      `This row has ${cells.length} cells, the headings are ${width}. Add the missing ones, empty where there is nothing to say.`,
    );
  }
  // Programs that make tables write empty cells behind the last one.
  if (cells.slice(width).every((cell) => cleaned(cell) === "")) return undefined;
  return ofRow(
    "too-many-cells",
    `This row has ${cells.length} cells, the headings are ${width}. Put a cell that holds the delimiter in quotes.`,
  );
}

function ofRow(kind: RowFaultKind, sentence: string): Fault {
  return { kind, column: -1, value: "", sentence };
}

function faultOf(sentence: string, options: readonly { label: string }[] | undefined): string {
  return options === undefined ? `${sentence}.` : `${sentence} (${options.map(({ label }) => label).join(", ")}).`;
}

/**
 * Our own files put an apostrophe before what a spreadsheet would take for a formula; here it goes off again, so that a file
 * of failed rows can come back as it is.
 */
function plainCell(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** What a cell says, however it is padded or guarded: by this values are told apart. */
export function saidIn(cell: string): string {
  return cleaned(plainCell(cell));
}
