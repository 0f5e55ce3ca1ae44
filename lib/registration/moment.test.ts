import { expect, test } from "vitest";
import { readMoment } from "#lib/registration/moment.ts";

test("a number is the receipt or the event of that number", () => {
  expect(readMoment(" 3512 ", "UTC")).toEqual({ number: 3512 });
});

test("a day is meant through its end, a minute too, in the registry's zone", () => {
  expect(readMoment("2014-05-06", "UTC")).toEqual({ before: Date.parse("2014-05-07T00:00:00Z") });
  expect(readMoment("2014-05-06 14:30", "UTC")).toEqual({ before: Date.parse("2014-05-06T14:31:00Z") });
  expect(readMoment("2014-05-06T14:30", "America/New_York")).toEqual({ before: Date.parse("2014-05-06T18:31:00Z") });
});

test.each(["", "yesterday", "2014-02-30", "2014-05-06 25:00", "-1", "1e9", "0x10", "9".repeat(20), "\0"])(
  "%j is no moment",
  (typed) => expect(readMoment(typed, "UTC")).toBeNull(),
);
