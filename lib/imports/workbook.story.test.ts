import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { aPortal, sync } from "#lib/fixtures.ts";
import { receiveFile } from "#lib/imports/commands/receive-file.ts";
import { asForm, contactsOf, failuresIn, progressOf, start, upload } from "#lib/imports/fixtures.ts";
import { importById } from "#lib/imports/queries.ts";

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

const parts = {
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr/><sheets>
    <sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="People" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships>${relation("rId1", "worksheet", "worksheets/sheet1.xml")}
    ${relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml")}${relation("rId3", "styles", "styles.xml")}
    ${relation("rId4", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
  "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  "xl/sharedStrings.xml": `<sst><si><t>First Name</t></si><si><t>Email</t></si><si><r><t>Z</t></r><r><t xml:space="preserve">oë &amp; "Co"</t></r>
    <rPh><t>sound</t></rPh></si></sst>`,
  "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>",
};

const headings = ["Employees", "Date of first purchase", "Email opt out", "Notes", "Stage"]
  .map((name, at) => `<c r="${"CDEFG"[at]}1" t="inlineStr"><is><t>${name}</t></is></c>`)
  .join("");
const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>
  <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c>${headings.replaceAll(/<(\/?)/g, "<$1x:")}</x:row>
  <x:row r="2"><x:c r="A2" t="s"><x:v>2</x:v></x:c><x:c r="B2" t="str"><x:f>LOWER("Z")</x:f><x:v>zoe@acme.com</x:v></x:c>
    <x:c r="C2"><x:v>12.000000000000002</x:v></x:c><x:c r="D2" s="1"><x:v>41765</x:v></x:c><x:c r="E2" t="b"><x:v>1</x:v></x:c>
    <x:c r="F2" s="2"><x:v>41765.6041666667</x:v></x:c></x:row>
  <x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t>=1+1</x:t></x:is></x:c><x:c r="C5"><x:v>4.93012345678E11</x:v></x:c></x:row>
  <x:row r="6"/>
  <x:row r="7"><x:c r="B7" t="e"><x:v>#N/A</x:v></x:c></x:row>
</x:sheetData></x:worksheet>`;

type Given = Readonly<Record<string, string | Uint8Array>>;
const bytesIn = (given: Given) =>
  Object.fromEntries(
    Object.entries(given).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
  );
const workbook = (given: Given = {}) => zipSync(bytesIn({ ...parts, "xl/worksheets/sheet2.xml": sheet, ...given }));

/** As programs write it that do not know the sizes beforehand. */
function streamed(given: Given): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, part] of Object.entries(bytesIn(given))) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(part, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

describe("an Excel workbook", () => {
  test.each([
    ["as it is", workbook(), "people.xlsx"],
    ["called .csv", workbook(), "people.csv"],
    [
      "stored without packing",
      zipSync(bytesIn({ ...parts, "xl/worksheets/sheet2.xml": sheet }), { level: 0 }),
      "p.xlsx",
    ],
    ["written in one go", streamed({ ...parts, "xl/worksheets/sheet2.xml": sheet }), "p.xlsx"],
  ])("%s gives the rows of its first sheet that can be seen", async (_, file, name) => {
    const jill = await aPortal();
    const importId = await upload(jill, file, name);
    expect(await importById(jill, importId)).toMatchObject({
      state: "matching",
      encoding: "workbook",
      columns: ["First Name", "Email", "Employees", "Date of first purchase", "Email opt out", "Notes", "Stage"],
      rows: 3,
      samples: [
        ['Zoë & "Co"', "=1+1"],
        ["zoe@acme.com", "#N/A"],
        ["12", "493012345678"],
        ["2014-05-06"],
        ["true"],
        ["2014-05-06 14:30"],
        [],
      ],
    });
    await start(jill, importId);
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({ state: "done", created: 2, failed: 1 });
    expect((await contactsOf(jill)).map(({ values }) => values["firstname"])).toEqual(['Zoë & "Co"', "=1+1"]);
    expect(await failuresIn(jill, importId)).toContain("#N/A");
  });

  test("of a hundred thousand rows is read in flat memory", { timeout: 120_000 }, async () => {
    const jill = await aPortal();
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row><c t="inlineStr"><is><t>p${at}@acme.com</t></is></c><c><v>${at}</v></c></row>`,
    );
    const big = `<worksheet><sheetData><row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>${rows.join("")}</sheetData></worksheet>`;
    const importId = await upload(jill, workbook({ "xl/worksheets/sheet2.xml": big }), "big.xlsx");
    expect(await importById(jill, importId)).toMatchObject({ rows: 100_000, columns: ["Email", "First Name"] });
  });
});

const endless = `<worksheet>${" ".repeat(15_000_000)}</worksheet>`;
// 66 MB that pack into some 100 KB.
const bomb = `<sst>${`<si><t>${" ".repeat(1_000)}</t></si>`.repeat(65_000)}</sst>`;

describe("is refused in words", () => {
  test.each<[string, Uint8Array, string]>([
    ["a packed file that is no workbook", zipSync({ "contacts.csv": strToU8("Email\na@b.co\n") }), "packed"],
    ["a workbook cut in the middle", workbook().slice(0, 900), "workbook"],
    ["a workbook with a password", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "old-workbook"],
    ["a sheet that is no XML", workbook({ "xl/worksheets/sheet2.xml": "<worksheet><row></worksheet>" }), "workbook"],
    ["a workbook without sheets", workbook({ "xl/workbook.xml": "<workbook/>" }), "workbook"],
    ["an empty sheet", workbook({ "xl/worksheets/sheet2.xml": "<worksheet><sheetData/></worksheet>" }), "empty"],
    ["a text that never ends", workbook({ "xl/worksheets/sheet2.xml": endless }), "workbook"],
    ["a few bytes that unfold into millions", workbook({ "xl/sharedStrings.xml": bomb }), "huge-workbook"],
    [
      "entities that unfold",
      workbook({ "xl/sharedStrings.xml": `<!DOCTYPE s [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>` }),
      "workbook",
    ],
  ])("%s", { timeout: 60_000 }, async (_, file, no) => {
    const jill = await aPortal();
    const received = await receiveFile(jill, asForm(file, "people.xlsx"));
    expect(received).toMatchObject({ ok: false, no, message: expect.stringMatching(/\w.*\.$/) });
    expect(await contactsOf(jill)).toEqual([]);
  });
});
