import type { Day } from "#lib/day.ts";

export const formats = ["csv", "xlsx"] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Readonly<Record<Format, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const longest = 100;

/** "Brightfold - Guests 2026-11-22.csv": whose, which and of which day. What file systems refuse becomes a blank. */
export function exportFileName(portal: string, which: string, { day, format }: { day: Day; format: Format }): string {
  const name = [portal, which].filter(Boolean).join(" - ");
  const plain = name
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, longest)
    .toWellFormed();
  return `${plain} ${day}.${format}`;
}
