import { describe, expect, test } from "vitest";
import { type Checked, fileCheck } from "#lib/imports/check.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, littleEndian = true) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};

function check(bytes: Uint8Array, step = bytes.length || 1): Checked {
  const checking = fileCheck();
  for (let at = 0; at < bytes.length; at += step) checking.take(bytes.subarray(at, at + step));
  return checking.end();
}

const text = "First Name,Email\nJürgen,j@a.de\nZoë,z@a.de\n\n";
const found = { delimiter: ",", columns: ["First Name", "Email"], rows: 2 };
const samples = [
  ["Jürgen", "Zoë"],
  ["j@a.de", "z@a.de"],
];

describe("encodings", () => {
  test.each([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${text}`), "utf-8"],
    ["UTF-16 little endian with a mark", utf16(`\ufeff${text}`), "utf-16le"],
    ["UTF-16 little endian", utf16(text), "utf-16le"],
    ["UTF-16 big endian with a mark", utf16(`\ufeff${text}`, false), "utf-16be"],
    ["UTF-16 big endian", utf16(text, false), "utf-16be"],
    ["Latin-1", latin1(text), "windows-1252"],
  ])("%s is found out, at once and byte by byte", (_, bytes, encoding) => {
    const value = { ...found, encoding, samples };
    expect(check(bytes)).toEqual({ ok: true, value });
    expect(check(bytes, 1)).toEqual({ ok: true, value });
  });

  test("the euro sign of windows-1252 is read", () => {
    expect(check(Uint8Array.of(...utf8("Name\n"), 0x80))).toMatchObject({ value: { samples: [["€"]] } });
  });

  test("a letter far behind the beginning decides too", () => {
    const far = `Name\n${"a\n".repeat(100_000)}`;
    expect(check(latin1(`${far}é`), 65_536)).toMatchObject({ value: { encoding: "windows-1252", rows: 100_001 } });
    expect(check(utf8(`${far}é`), 65_536)).toMatchObject({ value: { encoding: "utf-8", rows: 100_001 } });
  });

  test.each([
    ["UTF-8 with one broken letter", Uint8Array.of(...utf8("Name\nJürgen\nZoë\n"), 0xff)],
    ["UTF-8 with a mark and a broken letter", Uint8Array.of(...utf8("\ufeffName\n"), 0xff)],
    ["UTF-16 that ends in half a letter", utf16("\ufeffName\nJill\n").subarray(0, -1)],
  ])("%s is refused as damaged", (_, bytes) => expect(check(bytes)).toMatchObject({ ok: false, no: "damaged" }));
});

describe("delimiters", () => {
  test.each([
    ["a,b\n1,2", ",", 2],
    ["a;b\n1,5;2,5\n3,5;4,5", ";", 2],
    ["a\tb, c\n1\t2\n3\t4", "\t", 2],
    ["a|b|c\n1|2|3", "|", 3],
    ['"a;b;c",d\n"1;2;3",4', ",", 2],
    ["sep=;\na;b\n1;2", ";", 2],
    ["Email\nsomebody", ",", 1],
  ])("of %j is %j", (given, delimiter, columns) => {
    const checked = check(utf8(given));
    expect(checked).toMatchObject({ ok: true, value: { delimiter } });
    expect(checked.ok && checked.value.columns.length).toBe(columns);
  });
});

describe("headings", () => {
  test("the second of two alike is counted, a blank one is known by its place", () => {
    expect(check(utf8("Phone,Phone,,Phone\n1,2,3,4"))).toMatchObject({
      value: { columns: ["Phone", "Phone (2)", "Column 3", "Phone (3)"] },
    });
  });

  test("blank lines above them and between rows are not counted", () => {
    expect(check(utf8("\n , \nName,Email\n\n,\nJill,\n"))).toMatchObject({
      value: { columns: ["Name", "Email"], rows: 1 },
    });
  });
});

describe("what is refused, and where", () => {
  const zeros = Uint8Array.of(...utf8("Name\nJill\n"), 0, 0, 0, ...utf8("\n"));
  test.each<[string, Uint8Array, string, number]>([
    ["nothing", utf8(""), "empty", 0],
    ["a mark alone", utf8("\ufeff"), "empty", 0],
    ["blank lines", utf8("\n\n , \n"), "empty", 0],
    ["headings alone", utf8("Name,Email\n"), "no-rows", 0],
    ["a contact in the first row", utf8("\nJill,jill@acme.com\nJack,jack@acme.com"), "no-headings", 2],
    ["201 columns", utf8(`${"a,".repeat(200)}a\n1`), "too-many-columns", 1],
    ["stray quotes in the headings", utf8('First "Name",b\n1,2'), "misquoted-headings", 1],
    ["a quote never closed", utf8('a,b\n1,2\n"3,4\n5,6'), "unclosed-quote", 3],
    ["a row of two million letters", utf8(`a\n${"x".repeat(2_000_000)}\n`), "endless-row", 2],
    ["zeros", zeros, "binary", 0],
    ["random bytes", Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256), "binary", 0],
    ["a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), "workbook", 0],
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "old-workbook", 0],
    ["a PDF", utf8("%PDF-1.7\n"), "pdf", 0],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), "image", 0],
    ["a packed file", Uint8Array.of(0x1f, 0x8b, 8), "packed", 0],
    ["a web page", utf8("\n<!DOCTYPE html><p>Sign in"), "web-page", 0],
  ])("%s", (_, bytes, no, line) => {
    expect(check(bytes)).toEqual({ ok: false, no, line });
    expect(check(bytes, 1000)).toEqual({ ok: false, no, line });
  });
});
