import { afterEach, expect, test } from "vitest";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { conversion } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact, withValues } from "#lib/contacts/contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { firstLineOf, stageSince } from "#lib/contacts/queries/contact-record.ts";
import { aContact, aConversion, aPortal, sync, theContact } from "#lib/fixtures.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { readInteractionsAddress } from "#lib/registration/interactions-address.ts";
import { sources } from "#lib/registration/interactions.ts";
import { interactionsOf, newestInteraction } from "#lib/registration/queries/interactions.ts";

afterEach(() => setClock(undefined));

function on(day: string) {
  setClock(Date.parse(`${day}T12:00:00Z`));
}

async function timelineOf(actor: Actor, contactId: number, asked: Record<string, string> = {}) {
  const address = readInteractionsAddress((name) => asked[name] ?? "");
  return interactionsOf(actor, await theContact(contactId), address);
}

async function edit(actor: Actor, contactId: number, values: Record<string, string>) {
  await transaction((tx) => saveProperties(tx, actor, { contactId, values }));
}

test("everything that happens to a contact is a line of its timeline, by month and kind", async () => {
  const actor = await aPortal();
  on("2014-03-03");
  const email = "jillian@interactions.com";
  const contactId = await aContact(actor, { email, website: "interactions.com" });
  on("2014-03-04");
  await edit(actor, contactId, { city: "Boston" });
  on("2014-05-06");
  const list = await transaction((tx) => createStaticList(tx, actor, { name: "Science fair", folder: "" }));
  const listId = list.ok ? list.value.id : 0;
  await transaction((tx) => changeMembers(tx, actor, { listId, contactIds: [contactId], join: true }));
  on("2014-05-07");
  await aConversion(actor, email);
  on("2014-05-08");
  await transaction((tx) => requestRegistration(tx, actor, contactId));
  on("2014-05-09");
  await sync();
  on("2014-05-10");
  await edit(actor, contactId, { email_opt_out: "true", email_opt_reason: "Asked by phone" });

  const { lines, next, summary } = await timelineOf(actor, contactId);
  expect(lines.map(({ words, kind }) => [kind, words.replace(/receipt \d+/, "receipt N")])).toEqual([
    ["email", "Opted out of e-mail: “Asked by phone”"],
    ["registration", "Decided, receipt N: Registered"],
    ["registration", "Registration requested, receipt N"],
    ["form", "Sent the form “Contact us”"],
    ["list", "Joined the list “Science fair”"],
    ["change", "Changed City to Boston"],
    ["change", "Added"],
  ]);
  expect(lines[4]?.href).toBe(`/lists/${listId}`);
  expect(next).toBeNull();
  expect(summary).toMatchObject({ total: 7, matching: 7, exact: true });
  expect(Object.fromEntries(summary.byMonth.get("2014-05") ?? [])).toEqual({
    email: 1,
    registration: 2,
    form: 1,
    list: 1,
  });
  expect(Object.fromEntries(summary.byMonth.get("2014-03") ?? [])).toEqual({ change: 2 });
  expect(await newestInteraction(actor, await theContact(contactId))).toMatchObject({ kind: "email" });
});

test("who came by an import has a line that leads to it, unless a later import may be meant", async () => {
  const actor = await aPortal();
  const createdAt = Date.parse("2014-05-06T12:00:00Z");
  const [id = 0] = await transaction((tx) => newIds(tx, 1));
  const values = { firstname: "Ann", email_opt_out: "true" };
  const created = { ...newContact({ id, portalId: actor.portalId, values, createdAt }), importId: 4711 };
  const author = { source: "import" as const, who: "Import “guests.csv”" };
  await transaction((tx) => storeContacts(tx, { ...author, at: createdAt }, [{ before: null, after: created }]));
  expect((await timelineOf(actor, id)).lines).toMatchObject([
    { kind: "import", words: "Added by an import", who: author.who, href: "/imports/4711" },
  ]);
  const after = withValues(created, { ...values, city: "Boston", email_bounced: "2014-05-07" });
  const later = { ...author, at: createdAt + 60_000, runId: 4712 };
  const moved = { before: created, after: { ...after, importId: 4712 } };
  await transaction((tx) => storeContacts(tx, later, [moved]));
  expect((await timelineOf(actor, id)).lines).toMatchObject([
    { kind: "email", words: "E-mail bounced on May 7, 2014, and changed City" },
    { kind: "import", href: "" },
  ]);
});

test("a registration that runs out is a line, though nobody did anything", async () => {
  const actor = await aPortal();
  on("2014-05-06");
  const contactId = await aContact(actor, { website: "runs-out.com" });
  await transaction((tx) => requestRegistration(tx, actor, contactId));
  await sync();
  on("2015-05-07");
  await sweepLapsed();
  const { lines } = await timelineOf(actor, contactId);
  expect(lines[0]).toMatchObject({ kind: "registration", words: "No longer registered, it was until May 6, 2015" });
});

test("a merge is one line, and the forms of both are there", async () => {
  const actor = await aPortal();
  on("2014-05-06");
  const survivorId = await aContact(actor, { website: "", city: "" });
  const otherId = await aContact(actor, { website: "", city: "Paris", email: "other@merged.com" });
  await aConversion(actor, "other@merged.com");
  on("2014-05-08");
  await transaction((tx) => mergeContacts(tx, actor, { survivorId, otherId }));
  const { lines } = await timelineOf(actor, survivorId);
  expect(lines.map(({ kind }) => kind)).toEqual(["merge", "form", "change"]);
});

test("kinds and words narrow it down, and say of how many", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor, { email: "narrow@forms.com" });
  await aConversion(actor, "narrow@forms.com");
  await edit(actor, contactId, { city: "Boston" });
  expect((await timelineOf(actor, contactId, { kind: "form" })).summary).toMatchObject({ matching: 1, total: 3 });
  const found = await timelineOf(actor, contactId, { find: "boston city" });
  expect(found.lines.map(({ words }) => words)).toEqual(["Changed City to Boston"]);
  expect((await timelineOf(actor, contactId, { find: "boston", kind: "form" })).lines).toEqual([]);
});

test("of ten thousand lines a page reads the newest, and older pages tell each of them once", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor);
  const many = 1_200;
  await transaction(async (tx) => {
    const ids = await newIds(tx, many);
    const rows = ids.map((id, at) => {
      const sent = { portalId: actor.portalId, contactId, form: `Form ${at}`, page: "/", submissionId: `many-${id}` };
      return { id, at: 1_300_000_000_000 + at * 60_000, ...sent };
    });
    await insertRows(tx, conversion, rows);
  });
  const first = await timelineOf(actor, contactId);
  expect(first.summary).toMatchObject({ total: 501, exact: false });
  const told = new Set<string>();
  for (let before: string | null = ""; before !== null;) {
    const page = await timelineOf(actor, contactId, { before });
    for (const { source, id } of page.lines) told.add(`${source} ${id}`);
    const next: typeof page.next = page.next;
    before = next === null ? null : sources.map((source) => next[source]).join("-");
  }
  expect(told.size).toBe(many + 1);
});

test("first touch and lifecycle stage come from the contact's own history", async () => {
  const actor = await aPortal();
  on("2014-01-02");
  const contactId = await aContact(actor, { lifecyclestage: "lead" });
  on("2014-04-03");
  await edit(actor, contactId, { lifecyclestage: "opportunity" });
  on("2014-04-20");
  await edit(actor, contactId, { city: "Boston" });
  expect(await firstLineOf(actor, contactId)).toMatchObject({ source: "person" });
  expect(await stageSince(actor, contactId)).toBe(Date.parse("2014-04-03T12:00:00Z"));
});

test("another portal sees nothing of it", async () => {
  const [actor, stranger] = [await aPortal(), await aPortal("Stranger")];
  const contactId = await aContact(actor, { email: "mine@forms.com" });
  await aConversion(actor, "mine@forms.com");
  expect((await timelineOf(stranger, contactId)).lines).toEqual([]);
  expect(await firstLineOf(stranger, contactId)).toBeUndefined();
});
