import { setTimeout as passed } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { list, listMember } from "#db/schema/lists.ts";
import { transaction } from "#db/transaction.ts";
import { now, setClock } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { foldContacts } from "#lib/contacts/commands/fold-contacts.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import type { Sort } from "#lib/contacts/filter.ts";
import { dayIn } from "#lib/day.ts";
import { aContact, aConversion, aPortal, sync, theContact } from "#lib/fixtures.ts";
import { beginListDay } from "#lib/lists/commands/in-force.ts";
import {
  archiveList,
  changeList,
  cloneList,
  createFolder,
  createSmartList,
  createStaticList,
} from "#lib/lists/commands/own-lists.ts";
import { changeMembers, setStaticLists } from "#lib/lists/commands/static-members.ts";
import { listById } from "#lib/lists/queries.ts";
import { changesInWeek, listsOfContact, movesOfList, testContact } from "#lib/lists/queries/members.ts";
import { ownMembersThen } from "#lib/lists/queries/members-then.ts";
import { listInWords } from "#lib/lists/queries/names.ts";
import { previewRule } from "#lib/lists/queries/preview.ts";
import type { Operator } from "#lib/lists/rule.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";

const dayMs = 86_400_000;
const rule = (...lines: [field: string, is: Operator, ...values: string[]][]) => ({
  join: "all" as const,
  parts: lines.map(([field, is, ...values]) => ({ field, is, values })),
});
const inBerlin = rule(["city", "is", "Berlin"]);

let actor: Actor;
beforeEach(async () => {
  actor = await aPortal("Lists");
});
afterEach(() => setClock(undefined));

async function smartList(name: string, given: unknown, of = actor): Promise<number> {
  const made = await transaction((tx) => createSmartList(tx, of, { name, folder: "", rule: given }));
  if (!made.ok) throw new Error(made.no);
  await sync();
  return made.value.id;
}

async function staticList(name: string): Promise<number> {
  const made = await makeStatic(name);
  if (!made.ok) throw new Error(made.no);
  return made.value.id;
}

const makeStatic = (name: string, folder = "") => transaction((tx) => createStaticList(tx, actor, { name, folder }));

async function membersOf(listId: number): Promise<number[]> {
  const rows = await db.select({ id: listMember.contactId }).from(listMember).where(eq(listMember.listId, listId));
  return rows.map(({ id }) => id).toSorted((a, b) => a - b);
}

const put = (listId: number, contactIds: number[], join = true) =>
  transaction((tx) => changeMembers(tx, actor, { listId, contactIds, join }));
const move = (contactId: number, city: string) =>
  transaction((tx) => saveProperties(tx, actor, { contactId, values: { city } }));

test("a smart list is filled with who is there, and follows who changes in the same transaction", async () => {
  const [ann, ben] = [await aContact(actor, { city: "Berlin" }), await aContact(actor, { city: "Paris" })];
  const id = await smartList("In Berlin", inBerlin);
  expect(await listById(actor, id)).toMatchObject({ size: 1, filledTo: null, kind: "smart" });
  expect(await membersOf(id)).toEqual([ann]);

  await move(ben, "BERLIN");
  expect(await membersOf(id)).toEqual([ann, ben]);
  await move(ann, "Rome");
  const cara = await aContact(actor, { city: "Berlin" });
  expect(await membersOf(id)).toEqual([ben, cara]);
  await transaction((tx) => deleteContact(tx, actor, ben));
  expect(await listById(actor, id)).toMatchObject({ size: 1 });

  expect((await movesOfList(actor, id)).map(({ contactId, joined, name }) => [contactId, joined, name])).toEqual([
    [ben, false, null],
    [cara, true, "Jillian Berry"],
    [ann, false, "Jillian Berry"],
    [ben, true, null],
    [ann, true, "Jillian Berry"],
  ]);
  expect((await changesInWeek(actor)).get(id)).toEqual({ joined: 3, left: 2 });
});

test("contacts that change while a list is made and filled are in it exactly when its rule holds", async () => {
  const cities = ["Berlin", "Paris"] as const;
  const cityAt = (n: number) => cities[n % 2] ?? "Berlin";
  const ids: number[] = [];
  for (let at = 0; at < 40; at += 1) ids.push(await aContact(actor, { city: cityAt(at) }));
  for (let round = 0; round < 3; round += 1) {
    const given = round % 2 === 0 ? inBerlin : rule(["city", "is", "Paris"]);
    const [made] = await Promise.all([
      transaction((tx) => createSmartList(tx, actor, { name: `Round ${round}`, folder: "", rule: given })),
      sync(),
      ...ids.map((id, at) => move(id, cityAt(at + round + (at % 3)))),
      ...[0, 1, 2, 3].map((at) => aContact(actor, { city: cityAt(at) })),
    ]);
    await Promise.all([sync(), ...ids.slice(0, 20).map((id, at) => move(id, cityAt(at * 7 + round)))]);
    await sync();
    if (!made.ok) throw new Error(made.no);
    const { samples: _, ...counted } = await previewRule(actor, given);
    expect(await membersOf(made.value.id)).toHaveLength(counted.matching);
    expect(await listById(actor, made.value.id)).toMatchObject({ size: counted.matching, filledTo: null });
  }
});

test("a contact that was being added when a list was made is not missed", async () => {
  const [added, listed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const adding = transaction(async (tx) => {
    const created = await createContact(tx, actor, { email: "ann@acme.com", city: "Berlin" });
    added.resolve();
    // The list has to wait for this transaction: if it does not, it is made and filled without Ann.
    await Promise.race([listed.promise, passed(500)]);
    return created;
  });
  await added.promise;
  const id = smartList("In Berlin", inBerlin);
  void id.then(() => listed.resolve());
  const ann = await adding;
  await id;
  await sync();
  expect(await membersOf(await id)).toEqual([ann.ok ? ann.value.id : 0]);
});

test("contacts from before there were rules can be asked once the program has started", async () => {
  const ann = await aContact(actor, { city: "Berlin" });
  await transaction(async (tx) => {
    await tx.update(contact).set({ folded: {} }).where(eq(contact.id, ann));
  });
  await foldContacts();
  expect(await membersOf(await smartList("In Berlin", inBerlin))).toEqual([ann]);
});

test("another rule empties and fills the list anew; another name does not", async () => {
  const [ann, ben] = [await aContact(actor, { city: "Berlin" }), await aContact(actor, { city: "Paris" })];
  const id = await smartList("In Berlin", inBerlin);
  await transaction((tx) =>
    changeList(tx, actor, { id, name: "In Paris", folder: "", rule: rule(["city", "is", "Paris"]) }),
  );
  await sync();
  expect(await membersOf(id)).toEqual([ben]);
  expect(await listInWords(actor, (await listById(actor, id)) ?? { definition: null })).toBe("City is “Paris”");
  await transaction((tx) => changeList(tx, actor, { id, name: "Paris", folder: "" }));
  expect(await listById(actor, id)).toMatchObject({ name: "Paris", size: 1, filledTo: null });
  expect(ann).toBeGreaterThan(0);
});

test("a rule that speaks of today is asked anew when the day begins", async () => {
  const start = now();
  setClock(start);
  const ann = await aContact(actor, {});
  const id = await smartList("New this week", rule(["created_on", "last-days", "7"]));
  expect(await membersOf(id)).toEqual([ann]);
  setClock(start + 8 * dayMs);
  await transaction((tx) => beginListDay(tx, actor.portalId));
  await sync();
  expect(await membersOf(id)).toEqual([]);
});

test("who was in a list on a day of the past is worked out from who came and went", async () => {
  const start = now();
  setClock(start);
  const [ann, ben] = [await aContact(actor, { city: "Berlin" }), await aContact(actor, { city: "Paris" })];
  const id = await smartList("In Berlin", inBerlin);
  const monday = dayIn("UTC", start);
  setClock(start + 2 * dayMs);
  await move(ann, "Rome");
  await move(ben, "Berlin");
  setClock(start + 4 * dayMs);
  await move(ann, "Berlin");
  const then = async (day: string) => {
    const found = await ownMembersThen(actor, id, day);
    return { size: found?.size, ids: found?.members.map((each) => each.id) };
  };
  expect(await then(monday)).toEqual({ size: 1, ids: [ann] });
  expect(await then(dayIn("UTC", start + 2 * dayMs))).toEqual({ size: 1, ids: [ben] });
  expect(await then(dayIn("UTC", start + 4 * dayMs))).toEqual({ size: 2, ids: [ann, ben] });
  expect(await then(dayIn("UTC", start - dayMs))).toEqual({ size: 0, ids: [] });
  expect(await ownMembersThen(actor, id, "yesterday")).toBeNull();
});

test("why a contact is, or is not, in a list is answered line by line, with what was seen", async () => {
  const email = "ann@acme.com";
  const ann = await aContact(actor, { city: "Berlin", email });
  const id = await smartList("Berliners of more than ten", {
    join: "all",
    parts: [...inBerlin.parts, { join: "any", parts: rule(["numberofemployees", "above", "10"]).parts }],
  });
  const expected = {
    contact: { id: ann, name: "Jillian Berry" },
    member: false,
    reason: {
      kind: "group",
      join: "all",
      holds: false,
      of: [
        { kind: "line", words: "City is “Berlin”", seen: "Berlin", holds: true },
        {
          kind: "group",
          join: "any",
          holds: false,
          of: [{ kind: "line", words: "Number of Employees is above 10", seen: "", holds: false }],
        },
      ],
    },
  };
  expect(await testContact(actor, id, " ANN@acme.com ")).toEqual(expected);
  expect(await testContact(actor, id, String(ann))).toEqual(expected);
  expect(await testContact(actor, id, "nobody@acme.com")).toBeUndefined();
});

test("contacts are put into a static list and taken out, each once", async () => {
  const [ann, ben] = [await aContact(actor), await aContact(actor)];
  const id = await staticList("Guests");
  expect(await put(id, [ann, ben, ann])).toEqual({ ok: true, value: { changed: [ann, ben], name: "Guests" } });
  expect(await put(id, [ann])).toMatchObject({ value: { changed: [] } });
  expect(await listsOfContact(actor, ann)).toEqual([{ id, name: "Guests", kind: "static" }]);
  expect(await put(id, [ann], false)).toMatchObject({ value: { changed: [ann] } });
  expect(await membersOf(id)).toEqual([ben]);
  expect(await put(await smartList("All", rule(["email", "known"])), [ann])).toEqual({ ok: false, no: "not-static" });
});

test("of two contacts that become one, the one that stays takes the other's place in static lists", async () => {
  const [ann, ben] = [await aContact(actor), await aContact(actor, { website: "https://elsewhere.com" })];
  const id = await staticList("Guests");
  await put(id, [ben]);
  await transaction((tx) => mergeContacts(tx, actor, { survivorId: ann, otherId: ben }));
  expect(await membersOf(id)).toEqual([ann]);
  expect(await listById(actor, id)).toMatchObject({ size: 1 });
});

test("a list is shown in every order, page by page, and nobody comes twice", async () => {
  const ids: number[] = [];
  for (let at = 0; at < 9; at += 1) ids.push(await aContact(actor, { firstname: `P${(at * 4) % 9}`, city: "Berlin" }));
  const id = await smartList("In Berlin", inBerlin);
  for (const by of ["created", "name"] as const) {
    const sort: Sort = { by, direction: "asc" };
    const first = await contactsPage(actor, { filter: { listId: id }, sort, place: null, size: 5 });
    expect(first.total).toEqual({ count: 9, exact: true });
    const last = first.rows.at(-1);
    const place = {
      value: by === "name" ? (last?.name.toLowerCase() ?? "") : "",
      id: last?.id ?? 0,
      towards: "next",
    } as const;
    const second = await contactsPage(actor, { filter: { listId: id }, sort, place, size: 5 });
    const seen = [...first.rows, ...second.rows];
    expect(seen.map((row) => row.id).toSorted((a, b) => a - b)).toEqual(ids);
    expect(seen.map((row) => row.name)).toEqual(
      by === "name" ? seen.map((row) => row.name).toSorted() : seen.map((row) => row.name),
    );
  }
});

test("an archived list rests, and is right again when it comes back", async () => {
  const ann = await aContact(actor, { city: "Berlin" });
  const id = await smartList("In Berlin", inBerlin);
  await transaction((tx) => archiveList(tx, actor, { id, archived: true }));
  const ben = await aContact(actor, { city: "Berlin" });
  expect(await membersOf(id)).toEqual([ann]);
  await transaction((tx) => archiveList(tx, actor, { id, archived: false }));
  await sync();
  expect(await membersOf(id)).toEqual([ann, ben]);

  const named = await smartList("Of them", rule(["list", "is", String(id)]));
  expect(await transaction((tx) => archiveList(tx, actor, { id, archived: true }))).toEqual({
    ok: false,
    no: "named-by-others",
  });
  expect(await membersOf(named)).toEqual([ann, ben]);
});

test("names are needed and stand once, folders are chosen from those there are", async () => {
  expect(await makeStatic("  ")).toEqual({ ok: false, no: "name-missing" });
  expect(await makeStatic("Guests", "Spring")).toEqual({ ok: false, no: "folder-not-found" });
  expect(await transaction((tx) => createFolder(tx, actor, "Spring"))).toMatchObject({ ok: true });
  expect(await transaction((tx) => createFolder(tx, actor, "spring"))).toEqual({ ok: false, no: "name-taken" });
  expect(await makeStatic("Guests", "Spring")).toMatchObject({ ok: true });
  expect(await makeStatic("guests")).toEqual({ ok: false, no: "name-taken" });
});

test("a list is cloned with its rule; the copy is its own", async () => {
  const ann = await aContact(actor, { city: "Berlin" });
  const id = await smartList("In Berlin", inBerlin);
  const cloned = await transaction((tx) => cloneList(tx, actor, { id, name: "Once more" }));
  await sync();
  expect(cloned.ok && (await membersOf(cloned.value.id))).toEqual([ann]);
});

test("another portal's list and contacts are not there", async () => {
  const other = await aPortal("Other");
  const theirs = await aContact(other, { city: "Berlin" });
  const [mine, id] = [await aContact(actor, { city: "Berlin" }), await smartList("In Berlin", inBerlin)];
  const guests = await staticList("Guests");
  expect(await membersOf(id)).toEqual([mine]);
  expect(await listById(other, id)).toBeUndefined();
  expect(await testContact(other, id, String(mine))).toBeUndefined();
  expect(await movesOfList(other, id)).toEqual([]);
  expect(await ownMembersThen(other, id, dayIn("UTC", now()))).toBeNull();
  expect(await put(guests, [theirs])).toMatchObject({ value: { changed: [] } });
  for (const refused of [
    await transaction((tx) => changeList(tx, other, { id, name: "Mine", folder: "" })),
    await transaction((tx) => cloneList(tx, other, { id, name: "Mine" })),
    await transaction((tx) => archiveList(tx, other, { id, archived: true })),
    await transaction((tx) => changeMembers(tx, other, { listId: guests, contactIds: [theirs], join: true })),
  ]) {
    expect(refused).toEqual({ ok: false, no: "list-not-found" });
  }
  const naming = await transaction((tx) =>
    createSmartList(tx, other, { name: "Theirs", folder: "", rule: rule(["list", "is", String(id)]) }),
  );
  expect(naming).toMatchObject({ no: "rule-refused", faults: [{ at: "0", message: "Choose a list." }] });
});

test("a partner list is nobody's to change", async () => {
  const [first] = await db.select().from(list).where(eq(list.portalId, actor.portalId));
  const id = first?.id ?? 0;
  for (const refused of [
    await transaction((tx) => changeList(tx, actor, { id, name: "Mine", folder: "" })),
    await transaction((tx) => archiveList(tx, actor, { id, archived: true })),
  ]) {
    expect(refused).toEqual({ ok: false, no: "list-not-found" });
  }
});

test("while a rule is made it is said who would be in the list, in words and with some of them", async () => {
  const ann = await aContact(actor, { city: "Berlin" });
  await aContact(actor, { city: "Paris" });
  expect(await previewRule(actor, inBerlin)).toMatchObject({
    faults: [],
    words: "City is “Berlin”",
    matching: 1,
    looked: 2,
    total: 2,
    samples: [{ id: ann, name: "Jillian Berry" }],
  });
  expect(await previewRule(actor, rule(["city", "is"]))).toMatchObject({
    faults: [{ at: "0", message: "Enter a value." }],
    matching: 0,
  });
});

test("from a record a contact is put into the ticked lists and taken out of the others that were shown", async () => {
  const ann = await aContact(actor);
  const make = async (name: string) => {
    const made = await transaction((tx) => createStaticList(tx, actor, { name, folder: "" }));
    return made.ok ? made.value.id : 0;
  };
  const [one, two, unseen] = [await make("Ticked one"), await make("Ticked two"), await make("Not shown")];
  const set = (shown: number[], ticked: number[], who = actor) =>
    transaction((tx) => setStaticLists(tx, who, { contactId: ann, shown, ticked }));
  expect(await set([one, two, unseen], [one, unseen])).toEqual({ changed: 2 });
  expect(await set([one, two], [two])).toEqual({ changed: 2 });
  expect(await set([one, two], [two])).toEqual({ changed: 0 });
  expect([await membersOf(one), await membersOf(two), await membersOf(unseen)]).toEqual([[], [ann], [ann]]);
  expect(await set([one, two, unseen], [], await aPortal("Stranger"))).toEqual({ changed: 0 });
  expect(await membersOf(two)).toEqual([ann]);
});

test("a form that is sent is what a rule asks from then on", async () => {
  const ann = await aContact(actor);
  const id = await smartList("Sent the last form", rule(["recent_conversion", "is", "Contact us"]));
  expect((await listById(actor, id))?.size).toBe(0);
  await aConversion(actor, (await theContact(ann)).email);
  expect((await listById(actor, id))?.size).toBe(1);
  expect((await previewRule(actor, rule(["recent_conversion", "is", "CONTACT US"]))).matching).toBe(1);
});
