import { describe, expect, test } from "vitest";
import { failedHeadings, failedLine } from "#lib/imports/failed-file.ts";
import { cleanFileName } from "#lib/imports/file-name.ts";
import { matchedColumns } from "#lib/imports/match.ts";
import { readRow, reasonOf } from "#lib/imports/read-row.ts";
import { rowReader } from "#lib/imports/rows.ts";
import { standardSet } from "#lib/properties/property-set.ts";

const headings = ["Name", "Mail", "Stage", "Staff", "Phone", "Id"];
const matches = ["firstname", "email", "lifecyclestage", "numberofemployees", "phone", ""];
const read = (cells: string[], misquoted = false) =>
  readRow(matchedColumns(headings, matches, standardSet), headings.length, { line: 7, cells, misquoted });

describe("a row", () => {
  test("gives its values, trimmed; blank cells and columns that are left out give none", () => {
    expect(read([" Jill ", "jill@acme.com", "Customer", "", "\u200b", "17"])).toEqual({
      ok: true,
      values: { firstname: "Jill", email: "jill@acme.com", lifecyclestage: "customer" },
    });
  });

  test("may have empty cells behind its last column", () => {
    expect(read(["Jill", "", "", "", "", "", "", " "])).toMatchObject({ ok: true });
  });

  test.each([
    [["Jill", "jill at acme", "", "", "", ""], /^“Mail” is not an e-mail address: write it like name@company\.com\.$/],
    [["Jill", "", "Friend", "", "", ""], /^“Stage” is not one of the options: .* \(Subscriber, Lead, /],
    [
      ["Jill", "x", "", "many", "", ""],
      /“Mail” is not an e-mail address.* “Staff” is not a number: use digits only\.$/,
    ],
    [["x".repeat(5001), "", "", "", "", ""], /“Name” is longer than 5,000 characters: shorten it/],
    [["Jill", "a@b.co"], /^This row has 2 cells, the headings are 6\. Add the missing ones/],
    [["Jill", "", "", "", "", "", "extra"], /^This row has 7 cells, the headings are 6\. Put a cell/],
    [["", "", "", "", "", "17"], /^None of the matched columns has a value/],
  ])("%j fails with the column and how to mend it", (cells, reason) => {
    const found = read(cells);
    expect(found.ok ? "" : reasonOf(found.faults)).toMatch(reason);
  });

  test("with quotes that do not fit fails with its line", () => {
    expect(read(["Jill"], true)).toMatchObject({
      faults: [{ column: -1, sentence: expect.stringContaining("line 7") }],
    });
  });
});

describe("the file of failed rows", () => {
  const layout = { columns: headings, matches, delimiter: ";" };
  const formulas = ["=1+1", "+49 30 1", "-x", "@x", "\tx", "plain"];

  test("is safe in a spreadsheet, and comes back as it was", () => {
    const text = failedLine(layout, { cells: formulas, reason: "Mend; it" });
    expect(text).toBe(`'=1+1;'+49 30 1;'-x;'@x;'\tx;plain;"Mend; it"\r\n`);
    const [row] = rowReader(";").take(text);
    if (row === undefined) throw new Error("one row");
    expect(readRow(matchedColumns([...headings, "Reason"], [...matches, ""], standardSet), 7, row)).toMatchObject({
      ok: false,
    });
    const phone = matchedColumns(["", "Phone"], ["", "phone"], standardSet);
    expect(readRow(phone, 7, row)).toEqual({ ok: true, values: { phone: "+49 30 1" } });
  });

  test("has the layout of the one that came, whatever the row is like, and the reason in its place", () => {
    expect(failedHeadings(layout)).toBe("\ufeffName;Mail;Stage;Staff;Phone;Id;Reason\r\n");
    expect(failedLine(layout, { cells: ["a"], reason: "short" })).toBe("a;;;;;;short\r\n");
    expect(failedLine(layout, { cells: "1234567".split(""), reason: "long" })).toBe("1;2;3;4;5;6;long;7\r\n");
  });

  test("does not pile up reasons when it fails again", () => {
    const again = { ...layout, columns: ["Name", "Reason"], matches: ["firstname", ""] };
    expect(failedHeadings(again)).toBe("\ufeffName;Reason\r\n");
    expect(failedLine(again, { cells: ["x", "old"], reason: "new" })).toBe("x;new\r\n");
  });
});

test.each([
  ["C:\\my files\\a.csv", "a.csv"],
  ["../../etc/passwd", "passwd"],
  ["", "file.csv"],
  ["\u0000\u202e.csv", ".csv"],
  [`${"x".repeat(300)}.csv`, `${"x".repeat(115)}….csv`],
])("the name %j is shown as %j", (given, shown) => expect(cleanFileName(given)).toBe(shown));
