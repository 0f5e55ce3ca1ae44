import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { readSelection } from "#lib/contacts/selection.ts";
import { exportContacts, type ExportFile } from "#lib/exports/commands/export-contacts.ts";
import type { Format } from "#lib/exports/file-name.ts";
import { exportsOf } from "#lib/exports/queries.ts";
import { aContact, aPortal } from "#lib/fixtures.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { createProperty } from "#lib/properties/commands/own-properties.ts";

let actor: Actor;
beforeEach(async () => {
  actor = { ...(await aPortal("Exports")), timeZone: "Europe/Berlin" };
});

type Asked = Readonly<Record<string, string>>;

async function exported(asked: Asked, format: Format = "csv", of = actor): Promise<ExportFile> {
  const read = (name: string) => asked[name] ?? "";
  const selection = readSelection(read, Number(asked["upTo"] ?? Number.MAX_SAFE_INTEGER));
  if (selection === null) throw new Error("nobody was asked for");
  return exportContacts(of, { selection, address: readAddress(read), format });
}

async function bytesOf({ pieces }: ExportFile): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The rows of a CSV as a spreadsheet would read them. */
async function rowsOf(asked: Asked, of = actor): Promise<string[][]> {
  const rows: string[][] = parse(await bytesOf(await exported(asked, "csv", of)), { bom: true });
  return rows;
}

const namesOf = async (asked: Asked, of = actor) => (await rowsOf(asked, of)).slice(1).map(([name]) => name);

async function aProperty(label: string, type: "number" | "choices" | "date-time"): Promise<void> {
  const options = type === "choices" ? ["North", "South"].map((value) => ({ value, label: `${value}ern` })) : [];
  await transaction((tx) =>
    createProperty(tx, actor, { label, type, group: "contact", hint: "", options, least: "", most: "" }),
  );
}

test("the file has the columns that are shown, in their order, and its cells can be read by a spreadsheet", async () => {
  await aProperty("Budget", "number");
  await aProperty("Markets", "choices");
  await aProperty("Called at", "date-time");
  await aContact(actor, {
    firstname: "=HYPERLINK(1)",
    lastname: 'Łódź "the", second',
    city: "@home",
    budget: "-7.5",
    markets: "North;South",
    called_at: "2026-05-06T12:30Z",
    lifecyclestage: "lead",
  });
  const cols = "city-budget-markets-called_at-lifecyclestage-_standing";
  const [head, row] = await rowsOf({ all: "1", cols });
  expect(head).toEqual(["Name", "City", "Budget", "Markets", "Called at", "Lifecycle Stage", "Registration"]);
  expect(row).toEqual([
    `'=HYPERLINK(1) Łódź "the", second`,
    "'@home",
    "'-7.5",
    "Northern; Southern",
    "2026-05-06 14:30",
    "Lead",
    "Not requested",
  ]);

  const parts = unzipSync(await bytesOf(await exported({ all: "1", cols }, "xlsx")));
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain('<c t="inlineStr" s="3"><is><t xml:space="preserve">=HYPERLINK(1) Łódź');
  expect(sheet).toContain("<c><v>-7.5</v></c>");
  expect(sheet).toContain('<c s="2"><v>46148.604');
  expect(sheet).not.toContain("<f");
});

test("who is shown is exported, in the same order: a filter, a list, those chosen", async () => {
  const made: Record<string, number> = {};
  for (const name of ["Cem", "Ann", "Ben"]) {
    made[name] = await aContact(actor, { firstname: name, lastname: "", city: name === "Ben" ? "Paris" : "Berlin" });
  }
  const list = await transaction((tx) => createStaticList(tx, actor, { name: "Guests / VIP", folder: "" }));
  if (!list.ok) throw new Error(list.no);
  const { id } = list.value;
  await transaction((tx) => changeMembers(tx, actor, { listId: id, contactIds: [made["Ben"] ?? 0], join: true }));

  expect(await namesOf({ all: "1" })).toEqual(["Ben", "Ann", "Cem"]);
  expect(await namesOf({ all: "1", sort: "name-asc", f: "city:is:Berlin" })).toEqual(["Ann", "Cem"]);
  expect(await namesOf({ all: "1", list: String(id) })).toEqual(["Ben"]);
  expect(await namesOf({ ids: `${made["Cem"]} ${made["Ben"]}`, sort: "name-desc" })).toEqual(["Cem", "Ben"]);
  expect(await namesOf({ all: "1", upTo: String(made["Ann"]) })).toEqual(["Ann", "Cem"]);
  expect(await namesOf({ all: "1", f: "no_such:is:Berlin" })).toEqual([]);
  expect((await exported({ all: "1", list: String(id) })).fileName).toMatch(
    /^Exports - Guests VIP \d{4}-\d\d-\d\d\.csv$/,
  );
});

test("contacts and lists of another portal are never in a file", async () => {
  const mine = await aContact(actor);
  const stranger = await aPortal("Stranger");
  await aContact(stranger, { firstname: "Own", lastname: "" });
  expect(await namesOf({ ids: String(mine) }, stranger)).toEqual([]);
  expect(await namesOf({ all: "1" }, stranger)).toEqual(["Own"]);
  expect(await exportsOf(actor)).toEqual([]);
});

test("many go out a few hundred at a time, and every one once", async () => {
  const before = Array.from({ length: 501 }, (_, at) => `Guest ${at}`);
  for (const firstname of before) await aContact(actor, { firstname, lastname: "" });
  const file = await exported({ all: "1", sort: "name-asc" });
  const sizes: number[] = [];
  let text = "";
  for await (const piece of file.pieces) {
    sizes.push(piece.length);
    text += Buffer.from(piece).toString();
  }
  expect(sizes).toHaveLength(3);
  const rows: string[][] = parse(text, { bom: true });
  const names = rows.slice(1).map(([name]) => name);
  expect(names).toHaveLength(before.length);
  expect(new Set(names)).toEqual(new Set(before));
});

test("every export is in the log before its first row goes out: who, which and how many", async () => {
  for (const city of ["Berlin", "Berlin", "Paris"]) await aContact(actor, { city });
  const file = await exported({ all: "1", f: "city:is:Berlin", q: "acme" }, "xlsx");
  const [begun] = await exportsOf(actor);
  expect(begun).toMatchObject({
    who: "Exports Person",
    what: "Search for “acme”, City is “Berlin”",
    address: "q=acme&f=city:is:Berlin",
    fileName: file.fileName,
    format: "xlsx",
    columns: 7,
    contacts: 0,
    finishedAt: null,
  });
  await bytesOf(file);
  const [done] = await exportsOf(actor);
  expect(done).toMatchObject({ contacts: 2, finishedAt: expect.any(Number) });

  // Whoever stops reading has not got all of them.
  const stopped = await exported({ all: "1" });
  await stopped.pieces.next();
  await stopped.pieces.return(undefined);
  const [cut] = await exportsOf(actor);
  expect(cut).toMatchObject({ what: "All contacts", contacts: 0, finishedAt: null });
});
