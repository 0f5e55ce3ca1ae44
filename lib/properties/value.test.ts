import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Property } from "#lib/properties/registry.ts";
import { readValue, valueRefused } from "#lib/properties/value.ts";

const colours = [
  { value: "red", label: "Red wine" },
  { value: "green", label: "Green" },
  { value: "blue", label: "Blue" },
];

function read(type: Property["type"], typed: string, given: Partial<Property> = {}): string {
  const property: Property = { name: "own", label: "Own", group: "contact", hint: "", type, ...given };
  const answer = readValue(property, typed);
  return answer.ok ? answer.value : `no: ${answer.no}`;
}

describe("what is typed, and what is kept", () => {
  test.each<[Property["type"], string, string]>([
    ["text", "  Acme \u00A0", "Acme"],
    ["text", "\u200B", ""],
    ["text", "x".repeat(5_001), "no: too-long"],
    ["phone", "+353 1 234", "+353 1 234"],
    ["number", "-12.50", "-12.50"],
    ["number", "1e3", "no: not-a-number"],
    ["number", "1,000", "no: not-a-number"],
    ["number", "1".repeat(16), "no: not-a-number"],
    ["date", "2024-02-29", "2024-02-29"],
    ["date", "2023-02-29", "no: not-a-date"],
    ["date", "5/6/2024", "no: not-a-date"],
    ["date-time", "2026-05-06T14:30", "2026-05-06T14:30Z"],
    ["date-time", "2026-05-06 14:30:59", "2026-05-06T14:30Z"],
    ["date-time", "2026-05-06T14:30+02:00", "2026-05-06T12:30Z"],
    ["date-time", "2026-05-06", "2026-05-06T00:00Z"],
    ["date-time", "2026-02-30T10:00", "no: not-a-date-time"],
    ["date-time", "2026-05-06T25:00", "no: not-a-date-time"],
    ["choice", "RED", "red"],
    ["choice", "red WINE", "red"],
    ["choice", "pink", "no: not-an-option"],
    ["choices", "blue; Red wine;red", "red;blue"],
    ["choices", "blue;pink", "no: not-an-option"],
    ["choices", " ; ", ""],
    ["boolean", "Yes", "true"],
    ["boolean", "0", "false"],
    ["boolean", "perhaps", "no: not-yes-or-no"],
    ["email", "jillian@acme.com", "jillian@acme.com"],
    ["email", "jillian at home", "no: not-an-email"],
  ])("%s: “%s” is %s", (type, typed, kept) => expect(read(type, typed, { options: colours })).toBe(kept));

  test("a blank is always allowed", () => {
    for (const type of ["text", "phone", "number", "date", "date-time", "choice", "choices", "boolean"] as const)
      expect(read(type, "  ", { least: "5", most: "6", options: colours })).toBe("");
  });
});

describe("limits", () => {
  test.each<[Property["type"], string, limits: [least: string, most: string], string]>([
    ["number", "-1", ["0", "10"], "no: too-little"],
    ["number", "0", ["0", "10"], "0"],
    ["number", "10.5", ["0", "10"], "no: too-much"],
    ["number", "9", ["", "10"], "9"],
    ["date", "2023-12-31", ["2024-01-01", ""], "no: too-little"],
    ["date", "2024-01-02", ["", "2024-01-01"], "no: too-much"],
    ["date-time", "2024-01-01T23:59", ["2024-01-01", "2024-01-01"], "2024-01-01T23:59Z"],
    ["date-time", "2024-01-02T00:00", ["", "2024-01-01"], "no: too-much"],
    ["text", "four", ["", "3"], "no: too-long"],
    ["text", "for", ["", "3"], "for"],
  ])("%s %s within %j is %s", (type, typed, [least, most], kept) =>
    expect(read(type, typed, { least, most })).toBe(kept),
  );

  test("the sentence says which limit it is", () => {
    expect(valueRefused("Age", "too-much", { type: "number", most: "10" })).toBe("Age is above 10");
    expect(valueRefused("Met on", "too-little", { type: "date", least: "2024-01-01" })).toBe(
      "Met on is before 2024-01-01",
    );
    expect(valueRefused("Nick", "too-long", { type: "text", most: "3" })).toContain("3 characters");
  });
});

test("what is kept is kept again, of every type", () => {
  const typed = fc.oneof(fc.string(), fc.constantFrom("yes", "Blue;red", "2024-02-29", "2024-02-29T10:00", "-0.50"));
  const types = fc.constantFrom<Property["type"]>("text", "phone", "number", "date", "date-time", "choices", "boolean");
  expect(fc.check(fc.property(types, typed, isKept)).counterexample).toBeNull();
});

function isKept(type: Property["type"], value: string): boolean {
  const kept = read(type, value, { options: colours });
  return kept.startsWith("no: ") || read(type, kept, { options: colours }) === kept;
}
