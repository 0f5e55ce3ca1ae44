import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { transaction } from "#db/transaction.ts";
import { readAddress, withoutLine } from "#lib/contacts/address.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { contactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import { meant } from "#lib/contacts/queries/meant.ts";
import { readSelection } from "#lib/contacts/selection.ts";
import { aContact, aConversion, aPortal, theContact } from "#lib/fixtures.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { archiveProperty, createProperty } from "#lib/properties/commands/own-properties.ts";
import type { OwnType } from "#lib/properties/property-form.ts";
import { ownProperties } from "#lib/properties/queries.ts";
import { startBatch } from "#lib/registration/commands/batch.ts";
import { Selection } from "#lib/registration/selection.ts";

let actor: Actor;
beforeEach(async () => {
  actor = await aPortal("Filters");
});

async function aProperty(label: string, type: OwnType, options: readonly string[] = [], of = actor): Promise<string> {
  const asked = { label, type, group: "contact", hint: "", least: "", most: "" };
  const made = await transaction((tx) =>
    createProperty(tx, of, { ...asked, options: options.map((value) => ({ value, label: value })) }),
  );
  if (!made.ok) throw new Error(made.no);
  return made.value.name;
}

async function aList(contactIds: number[]): Promise<number> {
  const made = await transaction((tx) => createStaticList(tx, actor, { name: "Guests", folder: "" }));
  if (!made.ok) throw new Error(made.no);
  const { id } = made.value;
  await transaction((tx) => changeMembers(tx, actor, { listId: id, contactIds, join: true }));
  return id;
}

type Parameters = Readonly<Record<string, string>>;

const shown = async (asked: Parameters, size = 100) => {
  const page = await contactsPage(actor, { ...readAddress((name) => asked[name]), size });
  return { ids: page.rows.map(({ id }) => id), total: page.total.count, next: page.next, previous: page.previous };
};

/** Whom "all that match" means, a few at a time as jobs go through them. */
async function meantBy(asked: Parameters): Promise<number[]> {
  const read = (name: string) => (name === "all" ? "1" : (asked[name] ?? ""));
  const selection = readSelection(read, Number.MAX_SAFE_INTEGER);
  if (selection === null) return [];
  const ids: number[] = [];
  for (let position = 0; ; position = ids.at(-1) ?? position) {
    const next = await meant(db, actor.portalId, { selection, position, limit: 2 });
    if (next.length === 0) return ids;
    ids.push(...next);
  }
}

/** What is shown and counted, and whom "all that match" means, are the same contacts. */
async function everybodyOf(asked: Parameters): Promise<number[]> {
  const { ids, total } = await shown(asked);
  const sorted = ids.toSorted((a, b) => a - b);
  expect(total).toBe(ids.length);
  expect(await meantBy(asked)).toEqual(sorted);
  return sorted;
}

test("a filter asks any property, and all that match are those who are shown", async () => {
  await aProperty("Markets", "choices", ["North", "South"]);
  await aProperty("Budget", "number");
  await aProperty("Segment", "choice", ["Small", "Large"]);
  await aProperty("First call", "date");
  const ann = await aContact(actor, { city: "New York", markets: "North;South", budget: "7", segment: "Large" });
  const ben = await aContact(actor, { city: "Paris", markets: "North", budget: "-3", first_call: "2024-02-29" });
  const cem = await aContact(actor, { city: "paris", budget: "7.0", segment: "Large", lifecyclestage: "lead" });
  await aConversion(actor, (await theContact(ann)).email);
  const list = await aList([ann, cem]);

  expect(await everybodyOf({ f: "city:is:PARIS" })).toEqual([ben, cem]);
  expect(await everybodyOf({ f: "city:is:New~York:Paris" })).toEqual([ann, ben, cem]);
  expect(await everybodyOf({ f: "city:is-not:Paris" })).toEqual([ann]);
  expect(await everybodyOf({ f: "markets:is:north" })).toEqual([ann, ben]);
  expect(await everybodyOf({ f: "markets:has-all:North:South" })).toEqual([ann]);
  expect(await everybodyOf({ f: "markets:blank" })).toEqual([cem]);
  expect(await everybodyOf({ f: "budget:is:7" })).toEqual([ann, cem]);
  expect(await everybodyOf({ f: "budget:below:0" })).toEqual([ben]);
  expect(await everybodyOf({ f: "budget:is:7 lifecyclestage:is:lead" })).toEqual([cem]);
  expect(await everybodyOf({ f: "segment:is:Large city:is:Paris", q: "acme" })).toEqual([cem]);
  expect(await everybodyOf({ f: "first_call:between:2024-01-01:2024-12-31" })).toEqual([ben]);
  expect(await everybodyOf({ f: `list:is:${list}` })).toEqual([ann, cem]);
  expect(await everybodyOf({ f: `list:is-not:${list}` })).toEqual([ben]);
  expect(await everybodyOf({ list: String(list), f: "segment:is:Large budget:above:6" })).toEqual([ann, cem]);
  expect(await everybodyOf({ f: "form:is:Contact~us" })).toEqual([ann]);
  expect(await everybodyOf({ f: "conversion_events:at-least:1 created_on:last-days:7" })).toEqual([ann]);
});

test("nobody matches a line that cannot be read, nor a bulk request over it", async () => {
  await aContact(actor);
  const elsewhere = await aPortal("Elsewhere");
  await aProperty("Secret", "text", [], elsewhere);
  for (const f of ["shoe_size:is:38", "city:resembles:x", "secret:blank", "list:is-not:999999", "%", "::", "a"]) {
    expect({ f, found: await everybodyOf({ f }) }).toEqual({ f, found: [] });
  }
});

test("a list of another portal filters nobody in, by its name or by a line", async () => {
  const mine = await aContact(actor);
  const guests = await aList([mine]);
  actor = await aPortal("Stranger");
  await aContact(actor);
  expect(await everybodyOf({ list: String(guests) })).toEqual([]);
  expect(await everybodyOf({ f: `list:is:${guests}` })).toEqual([]);
});

test("pages by key go through those who match, in every order, and back", async () => {
  await aProperty("Segment", "choice", ["Small", "Large"]);
  const made: number[] = [];
  for (const segment of ["Large", "Small", "Large", "Large", "Small", "Large", "Large"]) {
    made.push(await aContact(actor, { segment, firstname: `Guest ${made.length % 3}` }));
  }
  const list = await aList(made);
  for (const asked of [{ f: "segment:is:Large" }, { f: "segment:is-not:Small" }, { list: String(list) }])
    for (const sort of ["created-desc", "created-asc", "name-asc", "email-desc"]) {
      const { ids: whole } = await shown({ ...asked, sort });
      const walked: number[] = [];
      let before = "";
      for (let from = ""; ;) {
        const page = await shown({ ...asked, sort, from }, 2);
        walked.push(...page.ids);
        if (page.next === null) break;
        if (from !== "") before = page.previous ?? "";
        from = page.next;
      }
      expect({ ...asked, sort, walked }).toEqual({ ...asked, sort, walked: whole });
      const { ids: back } = await shown({ ...asked, sort, from: before }, 2);
      expect(whole).toEqual(expect.arrayContaining(back));
    }
});

test("what a bulk request keeps of a filter is read again as it was", async () => {
  await aContact(actor);
  const asked: Parameters = { all: "1", f: "city:is:New~York list:known", list: "17" };
  const selection = { ...readSelection((name) => asked[name] ?? "", 5), outcomes: ["ready" as const] };
  expect(Selection.parse(JSON.parse(JSON.stringify(selection)))).toEqual(selection);
  expect(await transaction((tx) => startBatch(tx, actor, Selection.parse(selection)))).toBeGreaterThan(0);
});

test("in the order of an own property stand those who have a value, and the filter says so", async () => {
  await aProperty("Budget", "number");
  await aProperty("Nickname", "text");
  const made = new Map<number, string>();
  for (const budget of ["10", "9", "-1", "", "100", "9", ""]) {
    made.set(await aContact(actor, { budget, nickname: budget === "" ? "" : `N${budget}` }), budget);
  }
  const inOrder = async (sort: string) => {
    const { ids } = await shown({ sort });
    return ids.map((id) => made.get(id));
  };
  expect(await inOrder("own.budget-asc")).toEqual(["-1", "9", "9", "10", "100"]);
  expect(await inOrder("own.budget-desc")).toEqual(["100", "10", "9", "9", "-1"]);
  expect(await inOrder("own.nickname-asc")).toEqual(["-1", "10", "100", "9", "9"]);

  const address = readAddress((name) => ({ sort: "own.budget-asc" })[name]);
  expect(address.filter.conditions).toEqual([{ field: "budget", is: "known", values: [] }]);
  expect(await everybodyOf({ sort: "own.budget-asc" })).toHaveLength(5);
  // Taken out, the line takes the order with it.
  expect(withoutLine(address, 0)).toMatchObject({ filter: {}, sort: { by: "created", direction: "desc" } });

  for (const sort of ["own.budget-asc", "own.budget-desc"]) {
    const walked: number[] = [];
    for (let from = ""; ;) {
      const page = await shown({ sort, from, f: "email:known" }, 2);
      walked.push(...page.ids);
      if (page.next === null) break;
      from = page.next;
    }
    expect(walked).toEqual((await shown({ sort })).ids);
  }
});

test("columns of one's own choice say values in words, and an unknown one is told of", async () => {
  await aProperty("Markets", "choices", ["North", "South"]);
  await aProperty("First call", "date");
  await aContact(actor, { markets: "North;South", first_call: "2024-02-29", city: "Berlin" });
  const asked: Parameters = { cols: "city.wide-markets-first_call-conversion_events-no_such", f: "city:known" };
  const { page, columns, lines, told } = await contactsShown(
    actor,
    readAddress((name) => asked[name]),
  );
  expect(columns.map(({ label, width, sortBy }) => [label, width, sortBy])).toEqual([
    ["City", "wide", undefined],
    ["Markets", "normal", undefined],
    ["First call", "normal", "own.first_call"],
    ["Number of Conversion Events", "normal", undefined],
  ]);
  expect(page.rows[0]?.cells).toEqual({
    city: "Berlin",
    markets: "North, South",
    first_call: "Feb 29, 2024",
    conversion_events: "0",
  });
  expect(lines).toEqual([{ words: "City is known", line: 0 }]);
  expect(told).toEqual(["There is no property “no_such”: its column is left out."]);
});

test("what is archived is shown and filtered by as it was, and told of", async () => {
  const name = await aProperty("Budget", "number");
  const ann = await aContact(actor, { budget: "7" });
  const [budget] = await ownProperties(db, actor.portalId);
  await transaction((tx) => archiveProperty(tx, actor, { id: budget?.ownId ?? 0, archived: true }));
  const asked: Parameters = { f: `${name}:is:7`, cols: `${name}-email` };
  const { page, told } = await contactsShown(
    actor,
    readAddress((each) => asked[each]),
  );
  expect(page.rows).toMatchObject([{ id: ann, cells: { budget: "7" } }]);
  expect(told).toEqual(["“Budget” is archived: its values are kept as they are, and not filled any more."]);
});

test("who matches rarely is found among thousands, in either direction, and counted", async () => {
  const rare = new Set([0, 2_100, 2_101, 4_499]);
  const ids = await transaction(async (tx) => {
    const fresh = await newIds(tx, 4_500);
    const changes = fresh.map((id, at) => {
      const values = { firstname: `Guest ${at}`, city: rare.has(at) ? "Rare" : "Common" };
      return {
        before: null,
        after: newContact({ id, portalId: actor.portalId, values, createdAt: 1_700_000_000_000 }),
      };
    });
    await storeContacts(tx, { source: "import", who: "Story", at: 1_700_000_000_000 }, changes);
    return fresh;
  });
  const wanted = ids.filter((_, at) => rare.has(at));
  expect(await everybodyOf({ f: "city:is:Rare" })).toEqual(wanted);
  for (const sort of ["created-asc", "created-desc"]) {
    const walked: number[] = [];
    for (let from = ""; ;) {
      const page = await shown({ f: "city:is:Rare", sort, from }, 1);
      expect(page.total).toBe(4);
      walked.push(...page.ids);
      if (page.next === null) break;
      from = page.next;
    }
    expect(walked).toEqual(sort === "created-asc" ? wanted : wanted.toReversed());
  }
  expect(await shown({ f: "city:is:Common" })).toMatchObject({ total: 1_000 });
});
