import { expect, test } from "vitest";
import { readColumns, spellColumns, usualColumns } from "#lib/contacts/columns.ts";
import { readColumnsForm } from "#lib/contacts/columns-form.ts";

test("columns stand in an address by name and width", () => {
  const columns = [
    { name: "email", width: "normal" },
    { name: "city", width: "wide" },
    { name: "budget", width: "narrow" },
  ] as const;
  expect(spellColumns(columns)).toBe("email-city.wide-budget.narrow");
  expect(readColumns("email-city.wide-budget.narrow")).toEqual(columns);
});

test("nothing, the usual ones and nonsense ask for the usual ones; a name stands there once", () => {
  for (const spelled of ["", "-", " - ", spellColumns(usualColumns)]) expect(readColumns(spelled)).toBeUndefined();
  expect(readColumns("city-city.wide.x-email.huge")).toEqual([
    { name: "city", width: "wide" },
    { name: "email", width: "normal" },
  ]);
});

test("the form gives columns their places; those without one follow as they stand there", () => {
  const given: Record<string, string[]> = {
    col: ["email", "city", "phone", "budget"],
    "place@email": ["2"],
    "place@city": ["1"],
    "width@city": ["wide"],
    "place@phone": ["x"],
    "place@gone": ["1"],
  };
  expect(readColumnsForm((name) => given[name] ?? [])).toEqual([
    { name: "city", width: "wide" },
    { name: "email", width: "normal" },
    { name: "phone", width: "normal" },
    { name: "budget", width: "normal" },
  ]);
});
