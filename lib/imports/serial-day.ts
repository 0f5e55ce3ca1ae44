/** What a number stands for in a cell, by its format. */
export type NumberKind = "number" | "date" | "date-time";

// Formats that every spreadsheet knows by number alone.
const builtInDates = [
  [14, 17],
  [27, 31],
  [34, 36],
  [50, 58],
] as const;
const builtInTimes = [
  [18, 22],
  [32, 33],
  [45, 47],
] as const;

/** `code` is the format as it is written, '' where the workbook only names its number. */
export function kindOfFormat(id: number, code: string): NumberKind {
  if (code === "") {
    if (builtInTimes.some(([from, to]) => id >= from && id <= to)) return "date-time";
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? "date" : "number";
  }
  // Without texts in quotes, escaped signs, and what stands in brackets but for elapsed time.
  const plain = code
    .replaceAll(/"[^"]*"|\\./g, "")
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (/[hs]/.test(plain)) return "date-time";
  return /[ymd]/.test(plain.replaceAll("general", "")) ? "date" : "number";
}

const dayMs = 86_400_000;
const lastSerial = 2_958_465;

/** "2026-05-06", "2026-05-06 14:30" or "14:30" for the number under which a spreadsheet keeps it; itself where it is none. */
export function serialDay(serial: number, kind: NumberKind, from1904: boolean): string {
  if (kind === "number" || serial < 0 || serial > lastSerial) return String(serial);
  const minutes = Math.round(serial * 1_440);
  const time = new Date((minutes % 1_440) * 60_000).toISOString().slice(11, 16);
  const days = Math.floor(minutes / 1_440);
  if (days === 0 && !from1904) return time;
  const day = new Date(startOf(days, from1904) + days * dayMs).toISOString().slice(0, 10);
  return kind === "date" || minutes % 1_440 === 0 ? day : `${day} ${time}`;
}

// Spreadsheets count a 29 February 1900 that never was.
function startOf(days: number, from1904: boolean): number {
  if (from1904) return Date.UTC(1904, 0, 1);
  return days > 59 ? Date.UTC(1899, 11, 30) : Date.UTC(1899, 11, 31);
}
