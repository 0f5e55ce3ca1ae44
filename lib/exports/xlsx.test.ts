import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { textCell } from "#lib/exports/cells.ts";
import { openWorkbook } from "#lib/exports/xlsx.ts";

type Cells = Parameters<ReturnType<typeof openWorkbook>["add"]>[0];

function partsOf(rows: Cells, rowsOfSheet?: number): Record<string, string> {
  const workbook = openWorkbook(["Name", "Value"], rowsOfSheet);
  const pieces = [];
  for (const row of rows) {
    workbook.add([row]);
    pieces.push(workbook.taken());
  }
  workbook.end();
  pieces.push(workbook.taken());
  return Object.fromEntries(
    Object.entries(unzipSync(Buffer.concat(pieces))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const sheetOf = (...cells: Cells[number]) => partsOf([cells])["xl/worksheets/sheet1.xml"];

test("numbers, days and minutes are numbers with a look, texts stand in their cells", () => {
  const xml = sheetOf(
    { kind: "number", value: "-7.50" },
    { kind: "day", value: "2026-05-06" },
    { kind: "minute", value: "2026-05-06 12:00" },
    textCell("Łódź & <co>\nline two "),
    textCell(""),
  );
  expect(xml).toContain("<c><v>-7.5</v></c>");
  expect(xml).toContain('<c s="1"><v>46148</v></c>');
  expect(xml).toContain('<c s="2"><v>46148.5</v></c>');
  expect(xml).toContain(
    '<c t="inlineStr"><is><t xml:space="preserve">Łódź &amp; &lt;co&gt;\nline two </t></is></c><c/>',
  );
});

test("what begins like a formula is a text, marked as quoted, and no formula", () => {
  for (const value of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")']) {
    const xml = sheetOf(textCell(value));
    expect(xml).toContain('<c t="inlineStr" s="3">');
    expect(xml).not.toContain("<f");
  }
  expect(partsOf([])["xl/styles.xml"]).toContain('quotePrefix="1"');
});

test("signs that XML cannot say are left out, and an escape that was typed is a text", () => {
  expect(sheetOf(textCell("a\u0001b\ud800_x000D_\r"))).toContain(">ab\ufffd_x005F_x000D__x000D_<");
});

test("a day before spreadsheets count rightly is a text", () => {
  expect(sheetOf({ kind: "day", value: "1899-12-31" })).toContain(">1899-12-31</t>");
});

test("a sheet that is full is followed by another one, with its own head", () => {
  const rows = ["a", "b", "c", "d", "e"].map((name) => [textCell(name)]);
  const parts = partsOf(rows, 3);
  expect(
    Object.keys(parts)
      .filter((name) => name.includes("sheet"))
      .toSorted(),
  ).toEqual(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"]);
  expect(parts["xl/worksheets/sheet3.xml"]).toMatch(/<row r="1">.*>Name<.*<row r="2">.*>e<.*<\/sheetData>/s);
  expect(parts["xl/workbook.xml"]).toContain('<sheet name="Contacts 3" sheetId="3" r:id="rId3"/>');
  expect(parts["[Content_Types].xml"]).toContain("/xl/worksheets/sheet2.xml");
});
