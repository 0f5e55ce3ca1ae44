import { expect, test } from "vitest";
import { kindOfFormat, serialDay } from "#lib/imports/serial-day.ts";

test.each([
  [14, "", "date"],
  [22, "", "date-time"],
  [45, "", "date-time"],
  [0, "", "number"],
  [164, "yyyy\\-mm\\-dd", "date"],
  [165, '[$-409]d" of "mmmm yyyy;@', "date"],
  [166, "dd/mm/yyyy hh:mm", "date-time"],
  [167, "[h]:mm:ss", "date-time"],
  [168, '#,##0.00 "days"', "number"],
  [169, "[Red]0.00", "number"],
  [170, "General", "number"],
  [171, "[$€-407] #,##0", "number"],
  [172, "0.00E+00", "number"],
])("the format %i %j shows a %s", (id, code, kind) => expect(kindOfFormat(id, code)).toBe(kind));

test.each([
  [1, "date", "1900-01-01"],
  [59, "date", "1900-02-28"],
  [61, "date", "1900-03-01"],
  [41_765, "date", "2014-05-06"],
  [41_765.75, "date", "2014-05-06"],
  [41_765, "date-time", "2014-05-06"],
  [41_765.604_166_666_7, "date-time", "2014-05-06 14:30"],
  [41_765.999_99, "date-time", "2014-05-07"],
  [0.5, "date-time", "12:00"],
  [-1, "date", "-1"],
  [3_000_000, "date", "3000000"],
  [1.5, "number", "1.5"],
] as const)("%d as a %s is %s", (serial, kind, said) => expect(serialDay(serial, kind, false)).toBe(said));

test("workbooks of old Macs count from 1904", () => expect(serialDay(40_303, "date", true)).toBe("2014-05-06"));
