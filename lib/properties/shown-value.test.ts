import { describe, expect, test } from "vitest";
import { inputValue, typedValue } from "#lib/properties/input.ts";
import { optionsWith } from "#lib/properties/options.ts";
import type { Property } from "#lib/properties/registry.ts";
import { shownValue } from "#lib/properties/shown-value.ts";

const options = [
  { value: "red", label: "Red wine" },
  { value: "blue", label: "Blue" },
];
const zone = "America/New_York";

describe("a value as people read it", () => {
  test.each<[Property["type"], string, string]>([
    ["text", "red", "red"],
    ["number", "1000.5", "1000.5"],
    ["choice", "red", "Red wine"],
    ["choice", "pink", "pink"],
    ["choices", "red;pink;blue", "Red wine, pink, Blue"],
    ["boolean", "true", "Yes"],
    ["boolean", "false", "No"],
    ["boolean", "perhaps", "perhaps"],
    ["date", "2026-05-06", "May 6, 2026"],
    ["date", "soon", "soon"],
    ["date-time", "2026-05-06T02:30Z", "May 5, 2026, 22:30"],
    ["date-time", "soon", "soon"],
    ["choice", "", ""],
    ["boolean", "", ""],
    ["date-time", "", ""],
  ])("%s “%s” is “%s”", (type, value, words) => expect(shownValue({ type, options }, value, zone)).toBe(words));

  test("of a property that nobody knows any more, the value itself", () => {
    expect(shownValue(undefined, "2026-05-06", zone)).toBe("2026-05-06");
  });
});

test("what a contact has may be chosen, though it is no option any more", () => {
  expect(optionsWith({ type: "choices", options }, "pink;red")).toEqual([...options, { value: "pink", label: "pink" }]);
  expect(optionsWith({ type: "boolean" }, "true").map(({ label }) => label)).toEqual(["Yes", "No"]);
});

function at(typed: string, before = ""): string {
  return typedValue({ type: "date-time" }, typed, { before, timeZone: zone });
}

describe("times, as the portal's clock says them", () => {
  test("what is shown is sent, and kept as it was", () => {
    expect(inputValue({ type: "date-time" }, "2026-05-06T14:30Z", zone)).toBe("2026-05-06T10:30");
    expect(at("2026-05-06T10:30")).toBe("2026-05-06T14:30Z");
    expect(at("2026-12-06 10:30:00")).toBe("2026-12-06T15:30Z");
  });

  test("a time that says its zone is left as it is, and so is what is no time", () => {
    for (const typed of ["2026-05-06T14:30Z", "2026-05-06T14:30+02:00", "soon", "", "2026-02-31T10:00"])
      expect(at(typed)).toBe(typed);
    expect(inputValue({ type: "date-time" }, "soon", zone)).toBe("soon");
    expect(typedValue({ type: "text" }, "2026-05-06T10:30", { before: "", timeZone: zone })).toBe("2026-05-06T10:30");
  });

  test("a field that is left alone moves no time, in the hour that comes twice either", () => {
    for (const kept of ["2026-11-01T05:30Z", "2026-11-01T06:30Z"]) {
      const shown = inputValue({ type: "date-time" }, kept, zone);
      expect(shown).toBe("2026-11-01T01:30");
      expect(at(shown, kept)).toBe(kept);
    }
    expect(at("2026-03-08T02:30")).toBe("2026-03-08T07:30Z");
  });
});
