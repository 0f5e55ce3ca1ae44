import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { bulkRow } from "#db/schema/bulk.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import { transaction } from "#db/transaction.ts";
import type { BulkChange, EditLine } from "#lib/bulk/change.ts";
import { forgetRows } from "#lib/bulk/commands/end-bulk.ts";
import { changeInSteps } from "#lib/bulk/commands/run-bulk.ts";
import { cancelBulk, startBulk } from "#lib/bulk/commands/start-bulk.ts";
import { undoBulk, undoInSteps } from "#lib/bulk/commands/undo-bulk.ts";
import { sumOf } from "#lib/bulk/dry-run.ts";
import { bulkChangeById, bulkChangesOf } from "#lib/bulk/queries/changes.ts";
import { dryRunOfBulk } from "#lib/bulk/queries/dry-run.ts";
import { resultFile } from "#lib/bulk/queries/result-file.ts";
import { rowsToExplain } from "#lib/bulk/queries/rows.ts";
import { now, setClock } from "#lib/clock.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import type { ContactSelection } from "#lib/contacts/selection.ts";
import { dayIn } from "#lib/day.ts";
import { aContact, aPortal, requestsOf, sync, theContact } from "#lib/fixtures.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import { listById } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { createProperty } from "#lib/properties/commands/own-properties.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { releaseRegistrations } from "#lib/registration/commands/release.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { brokenByTheLog, brokenNow } from "#lib/registration/invariants.ts";

const hourMs = 60 * 60 * 1000;

let actor: Actor;
beforeEach(async () => {
  actor = await aPortal("Bulk", "admin");
});
afterEach(() => setClock(undefined));

const edit = (...lines: EditLine[]): BulkChange => ({ kind: "edit", lines, registered: "left-alone" });
const setting = (property: string, value: string): EditLine => ({ property, way: "set", value });
const inBerlin = edit(setting("city", "Berlin"));
const andRegistered = (change: BulkChange): BulkChange =>
  "registered" in change ? { ...change, registered: "included" } : change;

const these = (...ids: number[]): ContactSelection => ({ ids, upTo: Math.max(1, ...ids) });
const all = async (filter: ContactSelection["filter"] = {}, of = actor): Promise<ContactSelection> => ({
  filter,
  upTo: await newestContactId(of),
});

async function start(change: BulkChange, selection: ContactSelection, of = actor): Promise<number> {
  const started = await startBulk(of, { change, selection, expected: 0 });
  if (!started.ok) throw new Error(started.no);
  return started.value.id;
}

async function run(change: BulkChange, selection: ContactSelection): Promise<number> {
  const id = await start(change, selection);
  await sync();
  return id;
}

async function undo(id: number, of = actor): Promise<void> {
  const undone = await transaction((tx) => undoBulk(tx, of, id));
  if (!undone.ok) throw new Error(undone.no);
  await sync();
}

const counts = async (id: number) => {
  const found = await bulkChangeById(actor, id);
  if (found === undefined) throw new Error(`no bulk change ${id}`);
  const { state, changed, unchanged, refused, putBack, left } = found;
  return { state, changed, unchanged, refused, putBack, left };
};

const save = (contactId: number, values: Readonly<Record<string, string>>, of = actor) =>
  transaction((tx) => saveProperties(tx, of, { contactId, values }));
const valueOf = async (id: number, property: string) => (await theContact(id)).values[property] ?? "";

/** Contacts with nothing but a last name and a city, so that no rule is asked of them. */
async function many(count: number, city = "Rome"): Promise<number[]> {
  return transaction(async (tx) => {
    const ids = await newIds(tx, count);
    const made = ids.map((id) => ({
      before: null,
      after: newContact({ id, portalId: actor.portalId, values: { lastname: `No ${id}`, city }, createdAt: now() }),
    }));
    await storeContacts(tx, { source: "demo", who: "Test", at: now() }, made);
    return ids;
  });
}

async function aStaticList(name: string): Promise<number> {
  const made = await transaction((tx) => createStaticList(tx, actor, { name, folder: "" }));
  if (!made.ok) throw new Error(made.no);
  return made.value.id;
}

async function membersOf(listId: number): Promise<number[]> {
  const rows = await db.select({ id: listMember.contactId }).from(listMember).where(eq(listMember.listId, listId));
  return rows.map(({ id }) => id).toSorted((a, b) => a - b);
}

async function registered(given: Readonly<Record<string, string>> = {}): Promise<number> {
  const id = await aContact(actor, given);
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  expect((await theContact(id)).status).toBe("REGISTERED");
  return id;
}

const lawful = async () => [...(await brokenNow(dayIn("UTC", now()), { settled: true })), ...(await brokenByTheLog())];

let domains = 0;
const aDomain = () => {
  domains += 1;
  return `bulk-${domains}.com`;
};

describe("editing", () => {
  test("a value is set for those chosen; who has it already is unchanged, and the history says by which change", async () => {
    const [ann, ben, eve] = [await aContact(actor), await aContact(actor, { city: "Berlin" }), await aContact(actor)];
    const dry = await dryRunOfBulk(actor, these(ann, ben), inBerlin);
    expect(dry).toMatchObject({ total: 2, changed: 1, unchanged: 1, refused: {}, leaving: {} });
    expect(dry.examples).toEqual([{ contactId: ann, name: "Jillian Berry", values: [["city", "", "Berlin"]] }]);
    expect(await valueOf(ann, "city")).toBe("");

    const id = await run(inBerlin, these(ann, ben));
    expect(await counts(id)).toMatchObject({ state: "changed", changed: 1, unchanged: 1, refused: 0 });
    expect(await Promise.all([ann, ben, eve].map((each) => valueOf(each, "city")))).toEqual(["Berlin", "Berlin", ""]);
    const lines = await db.select().from(propertyHistory).where(eq(propertyHistory.runId, id));
    expect(lines).toMatchObject([
      { contactId: ann, who: actor.name, source: "person", changes: [["city", "", "Berlin"]] },
    ]);
  });

  test("several properties at once: set, set where blank, cleared", async () => {
    const id = await aContact(actor, { city: "Rome", phone: "1", industry: "Ships" });
    const change = edit(
      { property: "city", way: "fill", value: "Berlin" },
      { property: "country", way: "fill", value: "Germany" },
      { property: "phone", way: "clear", value: "" },
      setting("lifecyclestage", "customer"),
    );
    await run(change, these(id));
    const { values } = await theContact(id);
    expect(values).toMatchObject({ city: "Rome", country: "Germany", lifecyclestage: "customer", industry: "Ships" });
    expect(values).not.toHaveProperty("phone");
  });

  test("options are added to what is chosen, and taken out of it", async () => {
    const made = await transaction((tx) =>
      createProperty(tx, actor, {
        label: "Interests",
        group: "contact",
        type: "choices",
        hint: "",
        least: "",
        most: "",
        options: [
          { value: "sea", label: "Sea" },
          { value: "air", label: "Air" },
          { value: "rail", label: "Rail" },
        ],
      }),
    );
    if (!made.ok) throw new Error(made.no);
    const property = made.value.name;
    const [some, none] = [await aContact(actor, { [property]: "air;sea" }), await aContact(actor)];
    const add = await run(edit({ property, way: "add", value: "rail;sea" }), these(some, none));
    expect(await valueOf(some, property)).toBe("sea;air;rail");
    expect(await valueOf(none, property)).toBe("sea;rail");
    await run(edit({ property, way: "take", value: "sea" }), these(some, none));
    expect(await valueOf(some, property)).toBe("air;rail");
    await undo(add);
    expect(await valueOf(some, property)).toBe("air;rail");
  });

  test("an e-mail is had once: the first has it, who comes second is refused in words", async () => {
    const [ann, ben] = [await aContact(actor), await aContact(actor)];
    const change = edit(setting("email", "office@acme.com"));
    const dry = await dryRunOfBulk(actor, these(ann, ben), change);
    expect(dry).toMatchObject({ changed: 1, refused: { "Another contact of your portal has that e-mail.": 1 } });
    const id = await run(change, these(ann, ben));
    expect(await counts(id)).toMatchObject({ changed: 1, refused: 1 });
    expect(await valueOf(ann, "email")).toBe("office@acme.com");
    const [refused] = await rowsToExplain(actor, { id, what: "refused", after: 0 });
    expect(refused).toMatchObject({ contactId: ben, reason: "Another contact of your portal has that e-mail." });
  });

  test("a property that nobody may write, or that nobody knows, is refused for each", async () => {
    const ann = await aContact(actor);
    const id = await run(edit(setting("registration_status", "REGISTERED")), these(ann));
    expect(await counts(id)).toMatchObject({ changed: 0, refused: 1 });
    expect((await theContact(ann)).status).toBe("");
  });

  test("whoever is Registered is left alone unless that was said; then it leaves its domain, which stays the portal's", async () => {
    const domain = aDomain();
    const [ann, ben] = [await registered({ website: domain }), await aContact(actor)];
    const change = edit(setting("website", aDomain()));
    expect(await dryRunOfBulk(actor, these(ann, ben), change)).toMatchObject({ changed: 1, leaving: { [domain]: 1 } });

    const first = await run(change, these(ann, ben));
    expect(await counts(first)).toMatchObject({ changed: 1, refused: 1 });
    expect(await theContact(ann)).toMatchObject({ status: "REGISTERED", domainKey: domain });

    const second = await run(andRegistered(change), these(ann, ben));
    expect(await counts(second)).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await theContact(ann)).toMatchObject({ status: "", registrationId: null });
    expect(await lawful()).toEqual([]);
  });

  test("a mended contact is looked at again, as after an edit of its own", async () => {
    const ann = await aContact(actor, { company: "", website: aDomain() });
    await transaction((tx) => requestRegistration(tx, actor, ann));
    await sync();
    expect((await theContact(ann)).status).toBe("INVALID_DATA");
    await run(edit(setting("company", "Acme")), these(ann));
    expect((await requestsOf(ann)).map(({ kind }) => kind)).toEqual(["manual", "automatic"]);
  });
});

describe("whom it means", () => {
  test("all that match, also in hundreds, and only those that were there when it was asked", async () => {
    const ids = await many(1_203);
    await many(3, "Paris");
    const selection = await all({ search: "no" });
    const late = await many(2);
    const id = await run(edit(setting("country", "Italy")), selection);
    expect(await counts(id)).toMatchObject({ state: "changed", changed: 1_206 });
    expect(await valueOf(ids[1_202] ?? 0, "country")).toBe("Italy");
    expect(await valueOf(late[0] ?? 0, "country")).toBe("");
  });

  test("a change that takes contacts out of the filter reaches all of them", async () => {
    await many(520);
    const ids = await many(3);
    await run(edit(setting("lifecyclestage", "lead")), await all());
    const id = await run(edit(setting("lifecyclestage", "customer")), await all({ lifecycleStage: "lead" }));
    expect(await counts(id)).toMatchObject({ changed: 523 });
    expect(await valueOf(ids[2] ?? 0, "lifecyclestage")).toBe("customer");
  });

  test("another portal's contacts are answered like missing ones, and stay as they are", async () => {
    const other = await aPortal("Other");
    const [theirs, gone, ann] = [await aContact(other), await aContact(actor), await aContact(actor)];
    await transaction((tx) => deleteContact(tx, actor, gone));
    for (const change of [inBerlin, { kind: "delete", registered: "included" } as const]) {
      const { refused } = await dryRunOfBulk(actor, these(theirs, gone), change);
      expect(refused).toEqual({ "It is not, or no longer, in your portal.": 2 });
      const id = await run(change, these(theirs, gone));
      expect(await counts(id)).toMatchObject({ changed: 0, refused: 2 });
      const rows = await rowsToExplain(actor, { id, what: "refused", after: 0 });
      expect(rows.map(({ contactId, reason }) => [contactId, reason])).toEqual([
        [theirs, "It is not, or no longer, in your portal."],
        [gone, "It is not, or no longer, in your portal."],
      ]);
      expect(rows[0]).toMatchObject({ name: "", email: "" });
    }
    expect(await valueOf(theirs, "city")).toBe("");
    const own = await run(inBerlin, these(ann));
    expect(await bulkChangeById(other, own)).toBeUndefined();
    expect(await bulkChangesOf(other, 0)).toEqual([]);
    expect(await rowsToExplain(other, { id: own, what: "refused", after: 0 })).toEqual([]);
    expect(await resultFile(other, own)).toEqual({ ok: false, no: "not-found" });
    expect(await transaction((tx) => undoBulk(tx, other, own))).toEqual({ ok: false, no: "change-not-found" });
    expect(await transaction((tx) => cancelBulk(tx, other, own))).toEqual({ ok: false, no: "change-not-found" });
  });
});

describe("lists", () => {
  test("contacts are added to a static list, and removed from it", async () => {
    const [ann, ben] = [await aContact(actor), await aContact(actor)];
    const listId = await aStaticList("Guests");
    await transaction((tx) => changeMembers(tx, actor, { listId, contactIds: [ann], join: true }));
    const join: BulkChange = { kind: "join", listId, list: "" };
    expect(await dryRunOfBulk(actor, these(ann, ben), join)).toMatchObject({ changed: 1, unchanged: 1 });
    const id = await run(join, these(ann, ben));
    expect(await counts(id)).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await membersOf(listId)).toEqual([ann, ben]);
    expect((await listById(actor, listId))?.size).toBe(2);
    expect((await bulkChangeById(actor, id))?.change).toEqual({ kind: "join", listId, list: "Guests" });

    await undo(id);
    expect(await membersOf(listId)).toEqual([ann]);
    const leave = await run({ kind: "leave", listId, list: "" }, these(ann, ben));
    expect(await counts(leave)).toMatchObject({ changed: 1, unchanged: 1 });
    await undo(leave);
    expect(await membersOf(listId)).toEqual([ann]);
  });

  test("a new list is made with the change; a name that is taken starts nothing", async () => {
    const ann = await aContact(actor);
    await aStaticList("Guests");
    const asked = (list: string) => ({ change: { kind: "join", listId: 0, list } as const, selection: these(ann) });
    const taken = await startBulk(actor, { ...asked("guests"), expected: 1 });
    expect(taken).toEqual({ ok: false, no: "name-taken" });
    const id = await run(asked(" Visitors ").change, these(ann));
    const change = (await bulkChangeById(actor, id))?.change;
    expect(change).toMatchObject({ list: "Visitors" });
    expect(await membersOf(change?.kind === "join" ? change.listId : 0)).toEqual([ann]);
    const smart = await startBulk(actor, {
      change: { kind: "join", listId: 1, list: "" },
      selection: these(ann),
      expected: 1,
    });
    expect(smart).toEqual({ ok: false, no: "list-not-found" });
  });

  test("whoever was taken out of the list since is left out by the undoing", async () => {
    const [ann, ben] = [await aContact(actor), await aContact(actor)];
    const listId = await aStaticList("Guests");
    const id = await run({ kind: "join", listId, list: "" }, these(ann, ben));
    await transaction((tx) => changeMembers(tx, actor, { listId, contactIds: [ben], join: false }));
    await undo(id);
    expect(await counts(id)).toMatchObject({ state: "undone", putBack: 1, left: 1 });
    expect(await membersOf(listId)).toEqual([]);
    const [left] = await rowsToExplain(actor, { id, what: "left", after: 0 });
    expect(left).toMatchObject({ contactId: ben, undoReason: "It was taken out of the list since." });
  });
});

describe("deleting", () => {
  test("contacts are deleted, and come back under their ids, Registered as they were", async () => {
    const domain = aDomain();
    const [ann, ben] = [await registered({ website: domain, city: "Rome" }), await aContact(actor)];
    const listId = await aStaticList("Guests");
    await transaction((tx) => changeMembers(tx, actor, { listId, contactIds: [ann], join: true }));
    const before = await theContact(ann);
    const change: BulkChange = { kind: "delete", registered: "included" };
    expect(await dryRunOfBulk(actor, these(ann, ben), change)).toMatchObject({ changed: 1, leaving: { [domain]: 1 } });

    const id = await run(change, these(ann, ben));
    expect(await counts(id)).toMatchObject({ changed: 2 });
    expect(await db.select().from(contact).where(eq(contact.portalId, actor.portalId))).toEqual([]);
    expect(await lawful()).toEqual([]);

    await undo(id);
    expect(await counts(id)).toMatchObject({ state: "undone", putBack: 2, left: 0 });
    const { status, values, expires, message, registrationId } = before;
    expect(await theContact(ann)).toMatchObject({ status, values, expires, message, registrationId });
    expect(await membersOf(listId)).toEqual([ann]);
    expect(await lawful()).toEqual([]);
  });

  test("whoever's e-mail somebody else has by now stays deleted, and it is said why", async () => {
    const ann = await aContact(actor, { email: "ann@acme.com" });
    const id = await run({ kind: "delete", registered: "included" }, these(ann));
    await aContact(actor, { email: "ann@acme.com" });
    await undo(id);
    expect(await counts(id)).toMatchObject({ putBack: 0, left: 1 });
    expect(await rowsToExplain(actor, { id, what: "left", after: 0 })).toMatchObject([
      { name: "Jillian Berry", undoReason: "Another contact of your portal has its e-mail by now." },
    ]);
  });

  test("only an admin deletes more than a hundred at once", async () => {
    await many(101);
    const partner: Actor = { ...actor, role: "partner" };
    const change: BulkChange = { kind: "delete", registered: "included" };
    const selection = await all();
    const started = await startBulk(partner, { change, selection, expected: 1 });
    expect(started).toEqual({ ok: false, no: "admins-only" });
    const hundred = { ...selection, upTo: selection.upTo - 1 };
    expect(await startBulk(partner, { change, selection: hundred, expected: 1 })).toMatchObject({ ok: true });
    expect(await startBulk(actor, { change, selection, expected: 1 })).toMatchObject({
      ok: true,
    });
  });
});

describe("stopping and going on", () => {
  test("a change that was stopped in the middle goes on behind it, and the same job twice changes nothing more", async () => {
    await many(1_100);
    const id = await start(inBerlin, await all());
    for await (const _ of changeInSteps(id)) break;
    expect(await counts(id)).toMatchObject({ state: "changing", changed: 500 });
    for await (const _ of changeInSteps(id));
    expect(await counts(id)).toMatchObject({ state: "changed", changed: 1_100, unchanged: 0 });
    for await (const _ of changeInSteps(id));
    await sync();
    expect(await counts(id)).toMatchObject({ changed: 1_100 });
    expect(await db.$count(bulkRow, eq(bulkRow.changeId, id))).toBe(1_100);

    await transaction((tx) => undoBulk(tx, actor, id));
    for await (const _ of undoInSteps(id)) break;
    expect(await counts(id)).toMatchObject({ state: "undoing", putBack: 250 });
    await sync();
    for await (const _ of undoInSteps(id));
    expect(await counts(id)).toMatchObject({ state: "undone", putBack: 1_100, left: 0 });
    expect(await db.$count(propertyHistory, eq(propertyHistory.runId, id))).toBe(2_200);
  });

  test("two workers at once change nobody twice", async () => {
    await many(1_100);
    const id = await start(inBerlin, await all());
    const work = async () => {
      for await (const _ of changeInSteps(id));
    };
    await Promise.all([work(), work()]);
    await sync();
    expect(await counts(id)).toMatchObject({ state: "changed", changed: 1_100, unchanged: 0 });
    expect(await db.$count(propertyHistory, eq(propertyHistory.runId, id))).toBe(1_100);
  });

  test("a change that is cancelled keeps what it did, does no more, and can be undone", async () => {
    const ids = await many(600);
    const id = await start(inBerlin, await all());
    for await (const _ of changeInSteps(id)) break;
    expect(await transaction((tx) => undoBulk(tx, actor, id))).toEqual({ ok: false, no: "running" });
    expect((await transaction((tx) => cancelBulk(tx, actor, id))).ok).toBe(true);
    await sync();
    expect(await counts(id)).toMatchObject({ state: "cancelled", changed: 500 });
    expect(await valueOf(ids[599] ?? 0, "city")).toBe("Rome");
    expect(await transaction((tx) => cancelBulk(tx, actor, id))).toEqual({ ok: false, no: "not-running" });
    await undo(id);
    expect(await counts(id)).toMatchObject({ state: "undone", putBack: 500 });
    expect(await valueOf(ids[0] ?? 0, "city")).toBe("Rome");
  });
});

describe("undoing", () => {
  test("a value that somebody else has changed since is left, the others are put back", async () => {
    const [ann, ben] = [await aContact(actor, { city: "Rome" }), await aContact(actor, { city: "Oslo" })];
    const id = await run(edit(setting("city", "Berlin"), setting("country", "Germany")), these(ann, ben));
    await save(ben, { city: "Paris" });
    await undo(id);
    expect(await counts(id)).toMatchObject({ state: "undone", putBack: 1, left: 1 });
    expect((await theContact(ann)).values).toMatchObject({ city: "Rome" });
    expect((await theContact(ben)).values).toMatchObject({ city: "Paris" });
    expect(await valueOf(ben, "country")).toBe("");
    const [left] = await rowsToExplain(actor, { id, what: "left", after: 0 });
    expect(left).toMatchObject({ contactId: ben, undoReason: "City was changed since." });
    expect(await transaction((tx) => undoBulk(tx, actor, id))).toEqual({ ok: false, no: "undone" });
  });

  test("a website that is put back brings the registration back, as long as it is the portal's", async () => {
    const [kept, lost] = [aDomain(), aDomain()];
    const [ann, ben] = [await registered({ website: kept }), await registered({ website: lost })];
    const before = await theContact(ann);
    const id = await run(andRegistered(edit(setting("website", aDomain()))), these(ann, ben));
    expect(await counts(id)).toMatchObject({ changed: 2 });
    await transaction((tx) => releaseRegistrations(tx, actor, { keys: [lost], reason: "No more" }));
    await undo(id);
    const { status, message, expires, registrationId, values } = before;
    expect(await theContact(ann)).toMatchObject({ status, message, expires, registrationId, values });
    expect(await theContact(ben)).toMatchObject({ status: "", registrationId: null, domainKey: lost });
    expect(await lawful()).toEqual([]);
  });

  test("a registration that has run out since is not brought back", async () => {
    setClock(Date.parse("2014-05-06T10:00Z"));
    const domain = aDomain();
    const ann = await registered({ website: domain });
    setClock(Date.parse("2015-05-06T23:00Z"));
    const id = await run(andRegistered(edit(setting("website", aDomain()))), these(ann));
    setClock(Date.parse("2015-05-07T01:00Z"));
    await undo(id);
    expect(await theContact(ann)).toMatchObject({ status: "", registrationId: null, domainKey: domain });
    await sweepLapsed();
    expect(await lawful()).toEqual([]);
  });

  test("nobody is taken off a registration by undoing", async () => {
    const [first, second] = [aDomain(), aDomain()];
    const ann = await aContact(actor, { website: first });
    const id = await run(edit(setting("website", second)), these(ann));
    await transaction((tx) => requestRegistration(tx, actor, ann));
    await sync();
    await undo(id);
    expect(await theContact(ann)).toMatchObject({ status: "REGISTERED", domainKey: second });
    expect(await rowsToExplain(actor, { id, what: "left", after: 0 })).toMatchObject([
      { undoReason: `It is Registered with ${second} since.` },
    ]);
  });

  test("an e-mail that another contact has by now, and a contact that is gone, are left", async () => {
    const [ann, ben] = [await aContact(actor, { email: "ann@acme.com" }), await aContact(actor)];
    const id = await run(edit({ property: "email", way: "clear", value: "" }), these(ann, ben));
    await aContact(actor, { email: "Ann@acme.com" });
    await transaction((tx) => deleteContact(tx, actor, ben));
    await undo(id);
    const left = await rowsToExplain(actor, { id, what: "left", after: 0 });
    expect(left.map(({ contactId, undoReason }) => [contactId, undoReason])).toEqual([
      [ann, "Another contact of your portal has its e-mail by now."],
      [ben, "It is not, or no longer, in your portal."],
    ]);
  });

  test("it is possible for 24 hours", async () => {
    const ann = await aContact(actor);
    setClock(Date.parse("2014-05-06T10:00Z"));
    const [first, second] = [await run(inBerlin, these(ann)), await run(edit(setting("city", "Bonn")), these(ann))];
    setClock(now() + 24 * hourMs - 1);
    await undo(second);
    expect(await valueOf(ann, "city")).toBe("Berlin");
    setClock(now() + 1);
    expect(await transaction((tx) => undoBulk(tx, actor, first))).toEqual({ ok: false, no: "too-late" });
    const nothing = await run(inBerlin, these(ann));
    expect(await transaction((tx) => undoBulk(tx, actor, nothing))).toEqual({ ok: false, no: "nothing-changed" });
  });
});

test("what became of each contact is kept for 90 days, the counts for good", async () => {
  const ann = await aContact(actor);
  setClock(Date.parse("2014-05-06T10:00Z"));
  const id = await run(inBerlin, these(ann));
  setClock(now() + 90 * 24 * hourMs - 1);
  await forgetRows(id);
  expect(await db.$count(bulkRow, eq(bulkRow.changeId, id))).toBe(1);
  setClock(now() + 1);
  await forgetRows(id);
  expect(await db.$count(bulkRow, eq(bulkRow.changeId, id))).toBe(0);
  expect(await counts(id)).toMatchObject({ state: "changed", changed: 1 });
});

test("the result is a file with a line for each contact, and no formula in it", async () => {
  const [ann, ben] = [await aContact(actor, { city: "=1+1" }), await aContact(actor, { city: "Berlin" })];
  const id = await run(inBerlin, these(ann, ben));
  await undo(id);
  const file = await resultFile(actor, id);
  if (!file.ok) throw new Error(file.no);
  const text = await new Response(file.value.body).text();
  const [ofAnn, ofBen] = [await theContact(ann), await theContact(ben)];
  expect(text.split("\r\n")).toEqual([
    "Contact ID,Name,Email,Outcome,Reason,City: before,City: after,Undo,Undo reason",
    `${ann},Jillian Berry,${ofAnn.email},Changed,,'=1+1,Berlin,Put back,`,
    `${ben},Jillian Berry,${ofBen.email},Unchanged already,,Berlin,Berlin,,`,
    "",
  ]);
});

test("what the dry run says is what the change does", async () => {
  await many(30);
  await registered({ website: aDomain() });
  await aContact(actor, { website: "taken.com" });
  const selection = await all();
  for (const change of [inBerlin, edit(setting("website", "taken.com")), edit(setting("email", "a@b.com"))]) {
    const { changed, unchanged, refused, leaving, total } = await dryRunOfBulk(actor, selection, change);
    const done = await counts(await run(change, selection));
    expect(done).toMatchObject({ changed, unchanged, refused: sumOf(refused) + sumOf(leaving) });
    expect(done.changed + done.unchanged + done.refused).toBe(total);
  }
});
