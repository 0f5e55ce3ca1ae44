import { expect, test } from "vitest";
import { day } from "#lib/day.ts";
import { exportFileName } from "#lib/exports/file-name.ts";

test("a file is called after the portal, the list and the day, whatever they are called", () => {
  const of = { day: day("2026-11-22"), format: "csv" } as const;
  expect(exportFileName("Brightfold", "Guests", of)).toBe("Brightfold - Guests 2026-11-22.csv");
  expect(exportFileName('a/b\\c:"d"', "..\n\u202egnp.exe", of)).toBe("a b c d - .. gnp.exe 2026-11-22.csv");
});
