import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn } from "#lib/day.ts";
import { figure, longDay, shortDay } from "#lib/words.ts";

const instants = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2099, 0, 1) });
const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham");

test("figures and days read as a browser in English writes them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), instants, (many, at) => {
      expect(figure(many)).toBe(many.toLocaleString("en-US"));
      const on = dayIn("UTC", at);
      expect(longDay(on)).toBe(new Date(at).toLocaleDateString("en-US", { dateStyle: "medium", timeZone: "UTC" }));
      expect(shortDay(on)).toBe(new Date(at).toLocaleDateString("en-US", { timeZone: "UTC" }));
    }),
  );
});

test("a day is the day of its zone, whatever was asked before", () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 900_000 }), zones, (at, later, timeZone) => {
      for (const instant of [at, at + later])
        expect(dayIn(timeZone, instant)).toBe(new Date(instant).toLocaleDateString("sv-SE", { timeZone }));
    }),
    { numRuns: 500 },
  );
});
