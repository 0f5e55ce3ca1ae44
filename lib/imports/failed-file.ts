import { csvLine, csvMark } from "#lib/csv-line.ts";

type Layout = { columns: readonly string[]; matches: readonly string[]; delimiter: string };
export type FailedRow = { cells: readonly string[]; reason: string };

export const reasonHeading = "Reason";

/** Opens in every spreadsheet, with the delimiter of the file that came; reading an import takes its apostrophes off again. */
export function failedHeadings(layout: Layout): string {
  return `${csvMark}${csvLine([...columnsOf(layout), reasonHeading], layout.delimiter)}`;
}

/** The cells as they came, under the same headings, and the reason behind them; what was too much follows the reason. */
export function failedLine(layout: Layout, { cells, reason }: FailedRow): string {
  const width = columnsOf(layout).length;
  const own = Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return csvLine([...own, reason, ...cells.slice(layout.columns.length)], layout.delimiter);
}

/** A file of failed rows that failed again brings the old reason along: the new one takes its place. */
function columnsOf({ columns, matches }: Layout): readonly string[] {
  return columns.at(-1) === reasonHeading && matches.at(-1) === "" ? columns.slice(0, -1) : columns;
}
