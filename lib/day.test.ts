import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day, dayIn, daysAfter, daysBetween, startOf, yearsAfter } from "#lib/day.ts";

// An independent calendar: the rule of Gregory, and days counted one by one.
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = (year: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const spelled = (year: number, month: number, date: number): Day =>
  day(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);

const anyDay = fc
  .record({
    year: fc.integer({ min: 1990, max: 2120 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.nat({ max: 30 }),
  })
  .map(({ year, month, date }) => spelled(year, month, (date % (lengths(year)[month - 1] ?? 28)) + 1));

const dayMs = 86_400_000;
const zones = [
  "UTC",
  "America/New_York",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Europe/Dublin",
];
const anyZone = fc.constantFrom(...zones);

describe("the term of a year", () => {
  test("ends on the same date of the next year, and on 28 February where there is no 29th", () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const [year = 0, month = 0, date = 0] = from.split("-").map(Number);
        const isLost = month === 2 && date === 29 && !isLeap(year + 1);
        expect(yearsAfter(from, 1)).toBe(spelled(year + 1, month, isLost ? 28 : date));
      }),
    );
  });

  test("is 365 days long, or 366 where a 29 February lies in it; never a day more", () => {
    fc.assert(
      fc.property(anyDay, (from) => {
        const [year = 0, month = 0] = from.split("-").map(Number);
        const leapDay = month <= 2 ? year : year + 1;
        const within = isLeap(leapDay) && !(month === 2 && from.endsWith("-29"));
        expect(daysBetween(from, yearsAfter(from, 1))).toBe(within ? 366 : 365);
      }),
    );
  });

  test.each([
    ["2024-02-28", "2025-02-28"],
    ["2024-02-29", "2025-02-28"],
    ["2024-03-01", "2025-03-01"],
    ["2023-02-28", "2024-02-28"],
    ["2023-03-01", "2024-03-01"],
    ["2096-02-29", "2097-02-28"],
    ["2099-02-28", "2100-02-28"],
    ["1999-03-01", "2000-03-01"],
    ["2014-05-06", "2015-05-06"],
    ["2015-12-31", "2016-12-31"],
  ])("%s lasts through %s", (from, last) => {
    expect(yearsAfter(day(from), 1)).toBe(last);
  });

  test("never runs backwards: whoever registers later keeps it at least as long", () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 800 }), (from, later) => {
        expect(yearsAfter(daysAfter(from, later), 1) >= yearsAfter(from, 1)).toBe(true);
      }),
    );
  });
});

describe("the last day, in every zone", () => {
  test("is owned to its last millisecond there, and not one longer", () => {
    fc.assert(
      fc.property(anyDay, anyZone, (from, zone) => {
        const expires = yearsAfter(from, 1);
        const over = startOf(daysAfter(expires, 1), zone);
        expect(dayIn(zone, over - 1) <= expires).toBe(true);
        expect(dayIn(zone, over) > expires).toBe(true);
      }),
    );
  });

  test("a day begins where the day before ends, however long it was", () => {
    fc.assert(
      fc.property(anyDay, anyZone, (on, zone) => {
        const [begins, ends] = [startOf(on, zone), startOf(daysAfter(on, 1), zone)];
        expect([0, 23, 23.5, 24, 24.5, 25]).toContain((ends - begins) / (60 * 60 * 1000));
        // Pacific/Apia slept through 30 December 2011: that day is over as it begins.
        const exists = ends > begins;
        expect(!exists || dayIn(zone, begins) === on).toBe(true);
        expect(!exists || dayIn(zone, ends - 1) === on).toBe(true);
      }),
    );
  });

  test("an instant is one date in a zone, at most a day off the one in UTC", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2120, 0) }), anyZone, (instant, zone) => {
        expect(Math.abs(daysBetween(dayIn("UTC", instant), dayIn(zone, instant)))).toBeLessThanOrEqual(1);
        expect(dayIn(zone, instant + dayMs) >= dayIn(zone, instant)).toBe(true);
      }),
    );
  });
});
