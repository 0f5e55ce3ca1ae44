/** What a spreadsheet would take for a formula gets an apostrophe before it; reading an import takes it off again. */
function guarded(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

type Layout = { columns: readonly string[]; matches: readonly string[]; delimiter: string };
export type FailedRow = { cells: readonly string[]; reason: string };

const reasonHeading = "Reason";

/** Opens in every spreadsheet: UTF-8 with its mark, CRLF, the delimiter of the file that came. */
export function failedHeadings(layout: Layout): string {
  return `\ufeff${line([...columnsOf(layout), reasonHeading], layout.delimiter)}`;
}

/** The cells as they came, under the same headings, and the reason behind them; what was too much follows the reason. */
export function failedLine(layout: Layout, { cells, reason }: FailedRow): string {
  const width = columnsOf(layout).length;
  const own = Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return line([...own, reason, ...cells.slice(layout.columns.length)], layout.delimiter);
}

/** A file of failed rows that failed again brings the old reason along: the new one takes its place. */
function columnsOf({ columns, matches }: Layout): readonly string[] {
  return columns.at(-1) === reasonHeading && matches.at(-1) === "" ? columns.slice(0, -1) : columns;
}

function line(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => quoted(guarded(cell), delimiter)).join(delimiter)}\r\n`;
}

function quoted(cell: string, delimiter: string): string {
  const needed = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}
