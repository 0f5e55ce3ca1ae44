import { expect, test } from "vitest";
import { firstRows } from "#lib/imports/first-rows.ts";

test("each address knows the row in which it stood first, however many there are", () => {
  const rows = firstRows(50_000);
  for (let at = 1; at <= 50_000; at += 1) expect(rows.before(`person.${at}@customer-${at % 977}.com`, at)).toBe(0);
  for (let at = 1; at <= 50_000; at += 1) expect(rows.before(`person.${at}@customer-${at % 977}.com`, 99_999)).toBe(at);
});

test("addresses that differ in one letter, or in its place, are not taken for one another", () => {
  const rows = firstRows(10);
  for (const [at, address] of ["ab@x.com", "ba@x.com", "ab@x.con", "ab@x.co", "", "ab@x.comm"].entries())
    expect(rows.before(address, at + 1)).toBe(0);
});
