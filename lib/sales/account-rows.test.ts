import { expect, test } from "vitest";

import { accountRows } from "#lib/sales/account-rows.ts";

async function read(text: string) {
  const rows = await accountRows(new Blob([text]).stream());
  return rows.ok ? Array.fromAsync(rows.value) : rows.no;
}

test("the columns are found by their headings, wherever they stand and however they are spelled", async () => {
  expect(await read('\uFEFFIndex, WEBSITE ,Name\r\n1,http://acme.com/,"Acme, Inc"\r\n\r\n2,b.com\r\n')).toEqual([
    { line: 2, website: "http://acme.com/", name: "Acme, Inc" },
    { line: 4, website: "b.com", name: "" },
  ]);
});

test("a file without names has websites all the same", async () => {
  expect(await read("website\nacme.com")).toEqual([{ line: 2, website: "acme.com", name: "" }]);
});

test.each(["", "Name,Site\nAcme,acme.com", "PK\u0003\u0004\u0000\u0000", '"Website'])(
  "%j has no column Website",
  async (text) => {
    expect(await read(text)).toBe("no-website-column");
  },
);

test("a quote that never closes is a surprise, told after the rows before it", async () => {
  const rows = await accountRows(new Blob(['Website\nacme.com\n"b.com\nc.com']).stream());
  await expect(rows.ok ? Array.fromAsync(rows.value) : rows.no).rejects.toThrow("Quote Not Closed");
});
