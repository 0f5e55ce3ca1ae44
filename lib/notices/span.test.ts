import { expect, test } from "vitest";
import { day } from "#lib/day.ts";
import { markOf } from "#lib/notices/notice.ts";
import { daysOf, readAfter, readIds, readSpan, spellSpan } from "#lib/notices/span.ts";

const reading = (query: string) => (name: string) => new URLSearchParams(query).get(name) ?? "";

test.each([
  ["", { first: "2015-05-06", last: "2015-07-05" }],
  ["show=soon", { first: "2015-05-06", last: "2015-07-05" }],
  ["show=later", { first: "2015-07-06", last: null }],
  ["week=2015-05-07", { first: "2015-05-04", last: "2015-05-10" }],
  ["week=2015-13-40", { first: "2015-05-06", last: "2015-07-05" }],
  ["week=2015-02-30", { first: "2015-05-06", last: "2015-07-05" }],
  ["week=9999-12-31", { first: "2015-05-06", last: "2015-07-05" }],
  ["week=%00", { first: "2015-05-06", last: "2015-07-05" }],
])("%s means these last days", (query, days) => {
  expect(daysOf(readSpan(reading(query)), day("2015-05-06"))).toEqual(days);
});

test("a span is read back as it was spelled", () => {
  for (const query of ["", "show=later", "week=2015-05-04", "show=later&after=2015-08-01~7"]) {
    const read = reading(query);
    expect(new URLSearchParams(spellSpan(readSpan(read), readAfter(read))).toString()).toBe(
      new URLSearchParams(query).toString(),
    );
  }
});

test("ids are read once each, and what is none is as if it were not there", () => {
  expect(readIds("7 8,7 0 -9 1e3 99999999999999999999")).toEqual([7, 8, 9, 1, 3]);
  expect(readIds("")).toEqual([]);
});

test("of three reminders the nearest is due", () => {
  const due = [-1, 0, 1, 2, 7, 8, 30, 31].map(markOf);
  expect(due).toEqual([undefined, 1, 1, 7, 7, 30, 30, undefined]);
});
