/** One line of a file for spreadsheets, with CRLF. What one would take for a formula gets an apostrophe before it. */
export function csvLine(cells: readonly string[], delimiter = ","): string {
  return dataLine(cells.map(guarded), delimiter);
}

/** The same for a file that only this program reads: cells stay as they are. */
export function dataLine(cells: readonly string[], delimiter = ","): string {
  return `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
}

/** UTF-8 with its mark, so that every spreadsheet reads the letters right. */
export const csvMark = "\ufeff";

function guarded(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: string): string {
  const needed = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell;
}
