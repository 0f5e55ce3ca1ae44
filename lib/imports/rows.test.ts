import { parse } from "csv-parse/sync";
import { assert, constantFrom, property, array, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlank, longestRow, type Row, rowReader } from "#lib/imports/rows.ts";

function readAll(texts: readonly string[], delimiter = ","): { rows: Row[]; endless: unknown } {
  const reader = rowReader(delimiter);
  const rows = [...texts.flatMap((text) => reader.take(text)), ...reader.end()];
  return { rows, endless: reader.endless() };
}
const cellsOf = (text: string, delimiter?: string) => readAll([text], delimiter).rows.map(({ cells }) => cells);

describe("rows", () => {
  test.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a\rb\r\nc\nd", [["a"], ["b"], ["c"], ["d"]]],
    ['"a,b","say ""hi""",""\n', [["a,b", 'say "hi"', ""]]],
    ['"two\r\nlines",x\n', [["two\r\nlines", "x"]]],
    [
      "a,\n,b",
      [
        ["a", ""],
        ["", "b"],
      ],
    ],
    [",", [["", ""]]],
    ["", []],
  ])("%j", (text, rows) => expect(cellsOf(text)).toEqual(rows));

  test("are told by the line in which they begin", () => {
    const { rows } = readAll(['a\r\n"b\nb\nb"\n\nc']);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
    expect(rows.map((row) => isBlank(row))).toEqual([false, false, true, false]);
  });

  test("are the same however the text is cut", () => {
    const text = 'a;"b;""c""\r\nd"\r\n;;\r\n"x"y;z\r\n"last"';
    const whole = readAll([text], ";");
    for (let at = 0; at <= text.length; at += 1) {
      expect(readAll([text.slice(0, at), text.slice(at)], ";")).toEqual(whole);
    }
    expect(readAll(text.split(""), ";")).toEqual(whole);
  });

  test("are those that csv-parse reads, whatever is in them", () => {
    const cell = string({ unit: constantFrom("a", "b", " ", ",", ";", '"', "\n", "\r", "'", "é") });
    const lines = array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    assert(
      property(tuple(lines, constantFrom(",", ";", "\t")), ([rows, delimiter]) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter)).join("\n");
        const theirs: unknown = parse(text, { delimiter, relax_column_count: true });
        expect(cellsOf(text, delimiter)).toEqual(rows);
        expect(cellsOf(text, delimiter)).toEqual(theirs);
      }),
    );
  });
});

describe("quotes that do not fit", () => {
  test.each([
    ['Acme "Rocket" Inc,2\n3,4', 'Acme "Rocket" Inc'],
    ['"Acme" Inc,2\n3,4', '"Acme" Inc'],
    [' "Acme",2\n3,4', ' "Acme"'],
  ])("make %j one misquoted row, with its text, and the next one is read", (text, cell) => {
    const { rows } = readAll([text]);
    expect(rows).toEqual([
      { line: 1, cells: [cell, "2"], misquoted: true },
      { line: 2, cells: ["3", "4"], misquoted: false },
    ]);
  });

  test("never let rows inside a broken cell pass for rows of their own", () => {
    const { rows } = readAll(['1,"open\n2,"Acme",x\n3,fine,y\n']);
    expect(rows.map(({ misquoted }) => misquoted)).toEqual([true, false]);
    expect(rows[0]?.cells.join(",")).toBe('1,"open\n2,"Acme",x');
    expect(rows[1]?.line).toBe(3);
  });

  test("a quote that is never closed is told by the line of its row", () => {
    expect(readAll(['a,b\n1,2\n3,"4\n5,6\n'])).toMatchObject({ endless: { why: "unclosed-quote", line: 3 } });
  });

  test("a row without end is not waited for", () => {
    expect(readAll(["a\n", "x".repeat(longestRow), "xx"]).endless).toEqual({ why: "endless-row", line: 2 });
    expect(readAll(['a\n"', "x".repeat(longestRow + 1)]).endless).toEqual({ why: "unclosed-quote", line: 2 });
  });
});
