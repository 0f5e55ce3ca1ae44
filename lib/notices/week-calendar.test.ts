import fc from "fast-check";
import { expect, test } from "vitest";
import { day, daysAfter, yearsAfter } from "#lib/day.ts";
import { daysShown, mondayOf, yearOfWeeks } from "#lib/notices/week-calendar.ts";

test.each([
  ["2015-05-04", "2015-05-04"],
  ["2015-05-10", "2015-05-04"],
  ["2016-01-01", "2015-12-28"],
])("the week of %s begins on Monday, %s", (any, monday) => expect(mondayOf(day(any))).toBe(monday));

test("each week says how many end from its Monday to its Sunday, under the month of its Monday", () => {
  const ending = new Map([
    ["2015-05-10", 1],
    ["2015-05-11", 2],
    ["2015-05-17", 3],
    ["2015-08-31", 4],
  ]);
  const [may, june, , august] = yearOfWeeks(day("2015-05-06"), ending);
  expect(may).toMatchObject({ name: "2015-05", weeks: [{ from: "2015-05-04", expiring: 1 }, { expiring: 5 }, {}, {}] });
  expect(june?.weeks[0]).toEqual({ from: "2015-06-01", to: "2015-06-07", expiring: 0 });
  expect(august?.weeks.at(-1)).toMatchObject({ from: "2015-08-31", to: "2015-09-06", expiring: 4 });
});

test("what is registered today for a year is in it, whatever the day of the week", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      const today = daysAfter(day("2000-01-01"), days);
      const months = yearOfWeeks(today, new Map([[yearsAfter(today, 1), 1]]));
      const weeks = months.flatMap((month) => month.weeks);
      expect(weeks.at(-1)?.to).toBe(daysShown(today).last);
      expect(weeks.filter(({ expiring }) => expiring === 1)).toHaveLength(1);
      expect(Math.max(...months.map((month) => month.weeks.length))).toBeLessThanOrEqual(5);
    }),
    { numRuns: 300 },
  );
});
