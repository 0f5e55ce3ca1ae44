import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { contact, searchDue } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { indexSearch } from "#lib/contacts/commands/index-search.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact, type Values, withValues } from "#lib/contacts/contact.ts";
import { type ContactFilter, type Place, readPlace, type Sort } from "#lib/contacts/filter.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { candidatesOf } from "#lib/contacts/queries/searched.ts";
import { aContact, aPortal, sync, theContact } from "#lib/fixtures.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { pendingJobs } from "#lib/jobs/queries.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { restoreContacts } from "#lib/registration/commands/restore.ts";

let jill: Actor;
beforeEach(async () => {
  jill = await aPortal();
});

const newest: Sort = { by: "created", direction: "desc" };
const byName: Sort = { by: "name", direction: "asc" };

async function shown(filter: ContactFilter, actor = jill): Promise<number[]> {
  const page = await contactsPage(actor, { filter, sort: newest, place: null, size: 100 });
  return page.rows.map(({ id }) => id);
}

function found(search: string, actor = jill): Promise<number[]> {
  return shown({ search }, actor);
}

/** All pages, one behind the other. */
async function foundInPages(search: string, sort: Sort, size: number): Promise<number[]> {
  const ids: number[] = [];
  let place: Place | null = null;
  do {
    const page = await contactsPage(jill, { filter: { search }, sort, place, size });
    ids.push(...page.rows.map(({ id }) => id));
    place = page.next === null ? null : readPlace(page.next);
  } while (place !== null);
  return ids;
}

async function stored(...all: Values[]): Promise<number[]> {
  return transaction(async (tx) => {
    const ids = await newIds(tx, all.length);
    const { portalId } = jill;
    const changes = ids.map((id, at) => ({
      before: null,
      after: newContact({ id, portalId, values: all[at] ?? {}, createdAt: at }),
    }));
    await storeContacts(tx, { source: "import", who: "Test", at: 0 }, changes);
    return ids;
  });
}

describe("whoever is searched for", () => {
  test("is found in the moment in which they are stored, and when the index has followed", async () => {
    const id = await aContact(jill, { firstname: "Wilhelmina", email: "mina@acme.com" });
    expect(await found("helmi")).toEqual([id]);
    await indexSearch();
    expect(await db.select().from(searchDue)).toEqual([]);
    expect(await found("helmi")).toEqual([id]);
    expect(await found("MINA@ACME wilhelm")).toEqual([id]);
    expect(await found("helmo")).toEqual([]);
  });

  test("is found by the new name at once, and by the old one no more", async () => {
    const id = await aContact(jill, { firstname: "Wilhelmina", email: "w@acme.com" });
    await indexSearch();
    const edit = { contactId: id, values: { firstname: "Theodora" } };
    await transaction((tx) => saveProperties(tx, jill, edit));
    expect([await found("theodora"), await found("wilhelmina")]).toEqual([[id], []]);
    await indexSearch();
    expect([await found("theodora"), await found("wilhelmina")]).toEqual([[id], []]);
  });

  test("is not found while deleted, and is again when restored", async () => {
    const id = await aContact(jill, { firstname: "Wilhelmina" });
    await indexSearch();
    await transaction((tx) => deleteContact(tx, jill, id));
    expect(await found("wilhelmina")).toEqual([]);
    await indexSearch();
    await transaction((tx) => restoreContacts(tx, jill, [id]));
    expect(await found("wilhelmina")).toEqual([id]);
    await indexSearch();
    expect(await found("wilhelmina")).toEqual([id]);
  });

  test("is found by whoever works in the portal alone", async () => {
    const stranger = await aPortal("Stranger");
    const id = await aContact(jill, { firstname: "Wilhelmina" });
    await aContact(stranger, { firstname: "Wilhelmina" });
    for (let rounds = 0; rounds < 2; rounds += 1) {
      expect(await found("wilhelmina")).toEqual([id]);
      expect(await found("wilhelmina", stranger)).toHaveLength(1);
      await indexSearch();
    }
  });

  test("may have any signs in the name: quotes, wildcards, words of the index's own language, those of two units", async () => {
    const names = [
      'O"Neill',
      "100% Sure",
      "under_score",
      "AND OR NOT",
      "ΟΔΟΣ",
      "😀😁😂",
      "Zoë Ångström",
      "a!b!c",
      "NEAR(x)",
    ];
    const ids = await stored(...names.map((company) => ({ company })));
    for (let rounds = 0; rounds < 2; rounds += 1) {
      const words = names.map((name) => name.split(" ").toSorted((a, b) => b.length - a.length)[0] ?? "");
      for (const [at, word] of words.entries()) expect(await found(word)).toEqual([ids[at]]);
      await indexSearch();
    }
  });
});

test("a search in a list, and beside a line of a filter, asks for both", async () => {
  const [adler, berry, cole] = await stored(
    { firstname: "Wilhelmina", lastname: "Adler", city: "Oslo" },
    { firstname: "Wilhelmina", lastname: "Berry", city: "Rome" },
    { firstname: "Theodora", lastname: "Cole", city: "Oslo" },
  );
  const made = await transaction((tx) => createStaticList(tx, jill, { name: "Guests", folder: "" }));
  if (!made.ok) throw new Error(made.no);
  const listId = made.value.id;
  await transaction((tx) => changeMembers(tx, jill, { listId, contactIds: [berry, cole].map(Number), join: true }));
  const inOslo = [{ field: "city", is: "is" as const, values: ["Oslo"] }];
  for (let rounds = 0; rounds < 2; rounds += 1) {
    expect(await shown({ search: "wilhelmina", listId })).toEqual([berry]);
    expect(await shown({ search: "wilhelmina", conditions: inOslo })).toEqual([adler]);
    expect(await shown({ search: "wilhelmina", listId, conditions: inOslo })).toEqual([]);
    await indexSearch();
  }
});

test("whoever searches for a whole letter is answered, and finds whoever has it", async () => {
  const letter = Array.from({ length: 330 }, (_, at) => `${at}dear`).join("");
  const [id] = await stored({ company: letter }, { company: letter.slice(0, 1_500) });
  await indexSearch();
  expect(await found(letter)).toEqual([id]);
});

test("whoever changes contacts wakes the index", async () => {
  await transaction((tx) => tx.delete(searchDue));
  await aContact(jill, { firstname: "Wilhelmina" });
  await sync();
  // Within ten seconds: it waits, or it has come already.
  const due = await db.select().from(searchDue);
  expect((await pendingJobs()) === 1 || due.length === 0).toBe(true);

  await transaction((tx) => enqueue(tx, "index-search", {}, { key: "index-search" }));
  await sync();
  expect(await db.select().from(searchDue)).toEqual([]);
});

test("only another text is anything to the index", async () => {
  const id = await aContact(jill, { firstname: "Wilhelmina" });
  await sync();
  await indexSearch();
  await transaction((tx) => saveProperties(tx, jill, { contactId: id, values: { firstname: "Theodora" } }));
  expect(await db.select().from(searchDue)).toEqual([{ contactId: id, portalId: jill.portalId }]);
  await transaction((tx) => saveProperties(tx, jill, { contactId: id, values: { city: "Oslo" } }));
  await indexSearch();
  await transaction((tx) => saveProperties(tx, jill, { contactId: id, values: { city: "Bergen" } }));
  expect(await db.select().from(searchDue)).toEqual([]);
});

// Few signs, so that most words are somewhere.
const text = fc.string({ unit: fc.constantFrom("a", "a", "a", "b", "b", "b", "😀"), maxLength: 12 });
const word = fc.string({ unit: fc.constantFrom("a", "a", "b", "b", "😀"), minLength: 1, maxLength: 5 });

test("whatever the texts are and however far the index is, a search finds those whose text has each word, in their order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 12 }),
      fc.array(text, { maxLength: 4 }),
      fc.array(word, { minLength: 1, maxLength: 2 }),
      fc.nat(3),
      async (companies, edits, words, follows) => {
        jill = await aPortal();
        const half = Math.ceil(companies.length / 2);
        const ids = await stored(...companies.slice(0, half).map((company) => ({ company })));
        if (follows > 0) await indexSearch();
        ids.push(...(await stored(...companies.slice(half).map((company) => ({ company })))));
        for (const [at, company] of edits.entries()) await rename(ids[at], company);
        if (follows > 1) await indexSearch();
        const all = await db.select().from(contact).where(eq(contact.portalId, jill.portalId));
        const theirs = all.filter(({ search }) => words.every((each) => search.includes(each)));
        const expected = theirs.map(({ id }) => id).toSorted((a, b) => b - a);
        expect(await foundInPages(words.join(" "), newest, 3)).toEqual(expected);
        expect((await foundInPages(words.join(" "), byName, 3)).toSorted((a, b) => b - a)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

async function rename(id: number | undefined, company: string): Promise<void> {
  if (id === undefined) return;
  const before = await theContact(id);
  const change = { before, after: withValues(before, { company }) };
  await transaction((tx) => storeContacts(tx, { source: "person", who: "Test", at: 0 }, [change]));
}

test("a word that thousands have is found page by page too, with the index whole and behind", async () => {
  const bakeries = Array.from({ length: 5_400 }, (_, at) => ({
    company: `Bakery ${5_400 - at}`,
    firstname: at === 77 ? "Wilhelmina" : "",
  }));
  const ids = await stored(...bakeries);
  await indexSearch();
  const down = ids.toReversed();
  for (let behind = 0; behind < 2; behind += 1) {
    expect(await foundInPages("bakery", newest, 2_000)).toEqual(down);
    expect(await foundInPages("bakery", byName, 2_000)).toHaveLength(down.length);
    expect(await found("wilhelmina bakery")).toEqual([ids[77]]);
    if (behind === 0) down.unshift(...(await stored({ company: "Bakery 0" })));
  }
  const search = { portalId: jill.portalId, words: ["bakery"], onlyFew: true };
  expect(await candidatesOf(db, search)).toBeNull();
});
