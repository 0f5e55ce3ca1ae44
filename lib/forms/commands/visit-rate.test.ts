import { afterEach, expect, test } from "vitest";
import { setClock } from "#lib/clock.ts";
import { isCounted, mostVisitsASecond } from "#lib/forms/commands/visit-rate.ts";

afterEach(() => setClock(undefined));

test("visits of a form are counted up to a limit in each second, those of another one beside it", () => {
  const noon = Date.parse("2014-05-06T12:00:00Z");
  setClock(noon);
  const counted = Array.from({ length: mostVisitsASecond + 5 }, () => isCounted(1)).filter(Boolean);
  expect(counted).toHaveLength(mostVisitsASecond);
  expect(isCounted(2)).toBe(true);
  setClock(noon + 999);
  expect(isCounted(1)).toBe(false);
  setClock(noon + 1_000);
  expect(isCounted(1)).toBe(true);
});
