import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { aPortal, sync } from "#lib/fixtures.ts";
import { receiveFile } from "#lib/imports/commands/receive-file.ts";
import { asForm, bytesOf, contactsOf, failuresIn, progressOf, start, upload } from "#lib/imports/fixtures.ts";
import { importById } from "#lib/imports/queries.ts";

// The folder of odd files: what people really upload, and the answer that each of them must get. None may hang, fail the
// server, or lose a row in silence: what comes in is created, updated, unchanged or failed, and the four make up its rows.

type Odd = {
  file: Uint8Array | string;
  name?: string;
  /** First names in the order of the file; blank ones left out. */
  people: readonly string[];
  failed?: number;
  /** How it was read. */
  as?: Record<string, unknown>;
};

const plain = "First Name,Email\nZoë,zoe@acme.com\nJürgen,juergen@acme.com\n";
const both = ["Zoë", "Jürgen"];
const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16le(text).swap16();
const wide = (columns: number) => Array.from({ length: columns }, (_, at) => `C${at}`).join(",");

const taken: Record<string, Odd> = {
  "UTF-8": { file: plain, people: both, as: { encoding: "utf-8" } },
  "UTF-8 with a byte order mark": { file: `\ufeff${plain}`, people: both },
  "UTF-16, little end first": { file: utf16le(`\ufeff${plain}`), people: both, as: { encoding: "utf-16le" } },
  "UTF-16, big end first": { file: utf16be(`\ufeff${plain}`), people: both, as: { encoding: "utf-16be" } },
  "UTF-16 without a mark": { file: utf16le(plain), people: both, as: { encoding: "utf-16le" } },
  "Latin-1": { file: latin1(plain), people: both, as: { encoding: "windows-1252" } },
  "line ends of old Macs": { file: plain.replaceAll("\n", "\r"), people: both },
  "line ends of Windows": { file: plain.replaceAll("\n", "\r\n"), people: both },
  "line ends mixed": { file: plain.replace("\n", "\r\n").replace("com\n", "com\r"), people: both },
  "no line end at the last row": { file: plain.trimEnd(), people: both },
  semicolons: { file: plain.replaceAll(",", ";"), people: both, as: { delimiter: ";" } },
  tabs: { file: plain.replaceAll(",", "\t"), name: "contacts.tsv", people: both, as: { delimiter: "\t" } },
  bars: { file: plain.replaceAll(",", "|"), people: both, as: { delimiter: "|" } },
  "the line that says the delimiter": { file: `sep=;\n${plain.replaceAll(",", ";")}`, people: both },
  "one column": { file: "First Name\nZoë\nJürgen\n", people: both },
  "blank lines everywhere": { file: `\n\n${plain.replaceAll("\n", "\n\n")}\n , \n`, people: both },
  "quoted line breaks and doubled quotes": {
    file: 'First Name,Address\n"Zoë ""Z""","1 High St\nFlat 2"\n',
    people: ['Zoë "Z"'],
  },
  "a lone quote": { file: 'First Name,Email\nZo"ë,z@acme.com\nJürgen,j@acme.com\n', people: ["Jürgen"], failed: 1 },
  "a lone quote, closed three rows on": {
    file: 'First Name,City\nA,x\n"B,x\nC,x\nD",x\nE,x\n',
    people: ["A", "B,x\nC,x\nD", "E"],
  },
  "rows too short and too long": {
    file: "First Name,Email\nA\nB,b@acme.com,more\nC,c@acme.com,\n",
    people: ["C"],
    failed: 2,
  },
  "headings twice": {
    file: "First Name,City,City\nZoë,Rome,Oslo\n",
    people: ["Zoë"],
    as: { columns: ["First Name", "City", "City (2)"], matches: ["firstname", "city", ""] },
  },
  "headings left blank": {
    file: "First Name,,Email\nZoë,x,z@acme.com\n",
    people: ["Zoë"],
    as: { columns: ["First Name", "Column 2", "Email"] },
  },
  "two hundred columns": { file: `First Name,${wide(199)}\nZoë,${wide(199)}\n`, people: ["Zoë"] },
  "a field of half a million letters": {
    file: `First Name,City\nZoë,${"x".repeat(500_000)}\nJürgen,Rome\n`,
    people: ["Jürgen"],
    failed: 1,
  },
  "names from right to left, with marks nobody sees": {
    file: "First Name,Email\n\u200fدانا\u200b,dana@acme.com\n",
    people: ["\u200fدانا\u200b"],
  },
  "letters beyond the first plane": { file: "First Name\n𝒵oë 🙂\n", people: ["𝒵oë 🙂"] },
  "names that programs trip over": {
    file: "First Name,City\n__proto__,constructor\nnull,undefined\nRobert'); DROP TABLE contact;--,x\n",
    people: ["__proto__", "null", "Robert'); DROP TABLE contact;--"],
  },
  "a CSV called .xlsx": { file: plain, name: "contacts.xlsx", people: both },
  "a CSV called nothing": { file: plain, name: "contacts", people: both },
};

describe("is taken", () => {
  test.each(Object.entries(taken))("%s", async (_, { file, name, people, failed = 0, as = {} }) => {
    const jill = await aPortal();
    const importId = await upload(jill, file, name);
    expect(await importById(jill, importId)).toMatchObject({ rows: people.length + failed, ...as });
    await start(jill, importId);
    await sync();
    expect(await progressOf(jill, importId)).toMatchObject({ state: "done", created: people.length, failed });
    expect((await contactsOf(jill)).map(({ values }) => values["firstname"])).toEqual(people);
    expect((await failuresIn(jill, importId)).trimEnd().split("\r\n").length - 1).toBe(failed);
  });
});

const refused: Record<string, { file: Uint8Array | string; name?: string; no: string; says: RegExp }> = {
  "an empty file": { file: "", no: "empty", says: /is empty/ },
  "a mark and nothing else": { file: "\ufeff", no: "empty", says: /is empty/ },
  "only a row of headings": { file: "First Name,Email\n", no: "no-rows", says: /no rows below/ },
  "a contact instead of headings": { file: "Zoë,zoe@acme.com\n", no: "no-headings", says: /line 1/ },
  "encodings mixed": {
    file: Buffer.concat([bytesOf(plain), bytesOf(plain), latin1("Zoë,z@acme.com\n")]),
    no: "damaged",
    says: /mixes encodings/,
  },
  "zeros in the text": { file: "First Name,Email\nZ\0oe,z@acme.com\n", no: "binary", says: /no text file/ },
  "a quote that is never closed": { file: 'First Name\nA\n"B\nC\n', no: "unclosed-quote", says: /line 3/ },
  "10,000 columns": { file: `${wide(10_000)}\n${wide(10_000)}\n`, no: "too-many-columns", says: /more than 200/ },
  "a field of two million letters": {
    file: `First Name,City\nZoë,${"x".repeat(2_000_000)}\n`,
    no: "endless-row",
    says: /line 2 is longer/,
  },
  "a packed file called .csv": { file: zipSync({ "contacts.csv": bytesOf(plain) }), no: "packed", says: /Unpack it/ },
  "half a workbook": {
    file: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
    no: "workbook",
    says: /cannot be read to its end/,
  },
  "an old workbook": {
    file: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    name: "contacts.xls",
    no: "old-workbook",
    says: /old Excel workbook/,
  },
  "a PDF called .csv": { file: "%PDF-1.7\n%âãÏÓ\n", no: "pdf", says: /PDF/ },
  "a picture called .csv": {
    file: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
    no: "image",
    says: /picture/,
  },
  "a page that asks to sign in": { file: "<!doctype html><title>Sign in</title>", no: "web-page", says: /web page/ },
};

describe("is refused in words, and leaves nobody behind", () => {
  test.each(Object.entries(refused))("%s", async (_, { file, name, no, says }) => {
    const jill = await aPortal();
    const received = await receiveFile(jill, asForm(file, name));
    expect(received).toMatchObject({ ok: false, no, message: expect.stringMatching(says) });
    expect(await contactsOf(jill)).toEqual([]);
  });
});

test("formulas are kept as the text that they are, and are none in the file of failed rows", async () => {
  const jill = await aPortal();
  const formulas = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x","y")'];
  const cells = formulas.map((formula) => `"${formula.replaceAll('"', '""')}"`);
  const rows = cells.flatMap((cell, at) => [`${cell},f${at}@acme.com,1`, `${cell},,many`]);
  const importId = await upload(jill, `First Name,Email,Employees\n${rows.join("\n")}\n`);
  await start(jill, importId);
  await sync();
  expect((await contactsOf(jill)).map(({ values }) => values["firstname"])).toEqual(formulas);
  const [, ...lines] = (await failuresIn(jill, importId)).trimEnd().split("\r\n");
  expect(lines).toHaveLength(formulas.length);
  for (const line of lines) expect(line).toMatch(/^"?'[=+\-@]/);
});
