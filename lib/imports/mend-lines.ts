import { shortened } from "#lib/imports/headings.ts";
import type { Fault } from "#lib/imports/read-row.ts";
import { problemInWords } from "#lib/imports/sentences.ts";
import type { ProblemGroup } from "#lib/imports/tally.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import type { Option, Property } from "#lib/properties/registry.ts";
import { count, figure } from "#lib/words.ts";

/** One value to mend: what the form calls its field, what stands there and where, and what may be chosen instead. */
export type MendLine = {
  named: string;
  value: string;
  heading: string;
  where: string;
  /** The row around it, where it is shown as one of a row. */
  context: string;
  sentence: string;
  options: readonly Option[];
  isMendable: boolean;
  /** What to do where there is no field. */
  instead: string;
};

type Layout = { columns: readonly string[]; matches: readonly string[] };

const longestShown = 120;

/** A line for each value that cannot be taken, wherever it stands. */
export function linesByValue(layout: Layout, set: PropertySet, groups: readonly ProblemGroup[]): MendLine[] {
  return groups.map(({ place, column, kind, value, rows, firstRow }) => {
    const property = set.named(layout.matches[column] ?? "");
    return {
      named: `p${place}`,
      value: shortened(value, longestShown),
      heading: layout.columns[column] ?? "Whole row",
      where: rows === 1 ? `row ${figure(firstRow)}` : count(rows, "row"),
      context: "",
      sentence: problemInWords(kind, property),
      options: optionsOf(property),
      isMendable: value !== "",
      instead: column === -1 ? "Mend these rows in the file." : "Mend them row by row.",
    };
  });
}

type FailingRow = { row: number; cells: readonly string[]; faults: readonly Fault[] };

/** A line for each cell that cannot be taken, row by row. */
export function linesByRow(layout: Layout, set: PropertySet, rows: readonly FailingRow[]): MendLine[] {
  return rows.flatMap(({ row, cells, faults }) =>
    faults.map(({ kind, column, value }) => {
      const property = set.named(layout.matches[column] ?? "");
      return {
        named: `r${row}c${column}`,
        value: shortened(value, longestShown),
        heading: layout.columns[column] ?? "Whole row",
        where: `row ${figure(row)}`,
        context: shortened(cells.filter(Boolean).join(", "), longestShown),
        sentence: problemInWords(kind, property),
        options: optionsOf(property),
        isMendable: column !== -1,
        instead: "Mend this row in the file.",
      };
    }),
  );
}

const yesOrNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

/** Of several options any may be typed together, so they are not offered one by one. */
function optionsOf(property: Property | undefined): readonly Option[] {
  if (property?.type === "boolean") return yesOrNo;
  return property?.type === "choice" ? (property.options ?? []) : [];
}
