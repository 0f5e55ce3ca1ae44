import { expect, test } from "vitest";
import { mendingsIn } from "#lib/imports/mendings.ts";
import { mendWith } from "#lib/imports/repairs.ts";

const row = (cells: string[], misquoted = false) => ({ line: 1, cells, misquoted });

test("a value is replaced wherever its column has it, however it is padded; a row's own repair comes last", () => {
  const mend = mendWith([
    { row: 0, column: 1, value: "n/a", replacement: "lead" },
    { row: 0, column: 1, value: "=x", replacement: "x" },
    { row: 3, column: 1, value: "", replacement: "customer" },
    { row: 3, column: 9, value: "", replacement: "never" },
  ]);
  const cellsOf = (number: number, cells: string[]) => mend(number, row(cells)).cells;
  expect(cellsOf(1, ["n/a", " n/a "])).toEqual(["n/a", "lead"]);
  expect(cellsOf(2, ["a", "'=x"])).toEqual(["a", "x"]);
  expect(cellsOf(3, ["a", "n/a"])).toEqual(["a", "customer"]);
  expect(cellsOf(4, ["a", "N/A"])).toEqual(["a", "N/A"]);
  expect(cellsOf(5, ["a"])).toEqual(["a"]);
  expect(mend(3, row(["a", "n/a"], true)).cells).toEqual(["a", "n/a"]);
});

test("a form says what was typed, what is emptied, and nothing of fields left alone", () => {
  const entries = [
    ["importId", "7"],
    ["p1", "lead"],
    ["p2", " "],
    ["p3", "typed"],
    ["empty-p3", "on"],
    ["r12c0", "a@b.co"],
    ["r12c0x", "?"],
    ["__proto__", "?"],
  ] as const;
  expect(mendingsIn(entries)).toEqual([
    { named: "p1", replacement: "lead" },
    { named: "p3", replacement: "" },
    { named: "r12c0", replacement: "a@b.co" },
  ]);
});
