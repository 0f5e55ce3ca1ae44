import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { listMember } from "#db/schema/lists.ts";
import { bulkRow } from "#db/schema/bulk.ts";
import { contactPhoto, interaction, publicLink } from "#db/schema/contact-records.ts";
import { conversion, propertyHistory } from "#db/schema/contacts.ts";
import { tombstone } from "#db/schema/endings.ts";
import { event } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { deleteContact, deleteContacts } from "#lib/contacts/commands/delete-contact.ts";
import { setPhoto } from "#lib/contacts/commands/photo.ts";
import { makeLink } from "#lib/contacts/commands/public-link.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { foldedOf } from "#lib/contacts/contact.ts";
import { readPlace } from "#lib/contacts/filter.ts";
import { deletedContact, deletedPage } from "#lib/contacts/queries/deleted-contacts.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import { aContact, aConversion, aPortal, requestsOf, sizes, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { forgetContacts, forgetOverdue } from "#lib/registration/commands/forget.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { releaseRegistrations } from "#lib/registration/commands/release.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { type Restored, restoreContacts } from "#lib/registration/commands/restore.ts";

let domains = 0;
let key = "";
let website = "";

beforeEach(() => {
  domains += 1;
  key = `restored-${domains}.com`;
  website = `https://www.${key}/x`;
  on("2014-05-06");
});
afterEach(() => setClock(undefined));

function on(day: string) {
  setClock(Date.parse(`${day}T12:00:00Z`));
}

async function ask(actor: Actor, contactId: number) {
  await transaction((tx) => requestRegistration(tx, actor, contactId));
}

async function registered(actor: Actor, values: Record<string, string> = {}) {
  const id = await aContact(actor, { website, ...values });
  await ask(actor, id);
  await sync();
  return id;
}

async function remove(actor: Actor, ...contactIds: number[]) {
  await transaction((tx) => deleteContacts(tx, actor, { contactIds }));
}

async function restore(actor: Actor, ...contactIds: number[]): Promise<Restored[]> {
  return transaction((tx) => restoreContacts(tx, actor, contactIds));
}

async function stoneOf(contactId: number) {
  const [found] = await db.select().from(tombstone).where(eq(tombstone.contactId, contactId));
  return found;
}

async function recorded(kind: string, contactId: number) {
  return db
    .select()
    .from(event)
    .where(and(eq(event.kind, kind), eq(event.contactId, contactId)));
}

async function linesOf(contactId: number) {
  return db.select().from(propertyHistory).where(eq(propertyHistory.contactId, contactId));
}

describe("a deleted contact comes back", () => {
  test("as it was: under its id, with its history, its forms, and Registered until the same day", async () => {
    const jillian = await aPortal();
    const id = await registered(jillian, { email: "back@restored.com", phone: "1" });
    await aConversion(jillian, "back@restored.com");
    const before = await theContact(id);
    const history = await linesOf(id);
    await remove(jillian, id);
    expect(await sizes(jillian)).toMatchObject({ registered: 0 });

    on("2014-06-01");
    expect(await restore(jillian, id)).toMatchObject([{ contactId: id, ok: true, value: { name: "Jillian Berry" } }]);
    const folded = foldedOf(before.values);
    expect(await theContact(id)).toEqual({ ...before, folded, version: before.version + 1, trigger: null });
    expect(await linesOf(id)).toEqual(history);
    expect(await sizes(jillian)).toMatchObject({ registered: 1 });
    expect(await stoneOf(id)).toBeUndefined();
    const [told] = await recorded("restored", id);
    expect(told).toMatchObject({
      key,
      portalId: jillian.portalId,
      after: { status: "REGISTERED", expires: "2015-05-06" },
    });
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED", message: before.message });
  });

  test("with the last day that its registration has by now, like everybody attached", async () => {
    const jillian = await aPortal();
    const [gone, stayed] = [await registered(jillian), await registered(jillian)];
    await remove(jillian, gone);
    on("2014-09-01");
    await ask(jillian, stayed);
    await sync();
    await restore(jillian, gone);
    expect(await theContact(gone)).toMatchObject({ status: "REGISTERED", expires: "2015-09-01" });
  });

  test("blank, where its registration was given up meanwhile, and it does not ask by itself", async () => {
    const jillian = await aPortal();
    const id = await registered(jillian);
    await remove(jillian, id);
    on("2014-06-01");
    await transaction((tx) => releaseRegistrations(tx, jillian, { keys: [key], reason: "" }));
    await restore(jillian, id);
    expect(await theContact(id)).toMatchObject({ status: "", message: "", expires: "", registrationId: null });
    await sync();
    // Another registration of the portal ended there: only a newer form would ask again (E2).
    expect(await theContact(id)).toMatchObject({ status: "", openRequest: null });
  });

  test("blank, where another portal, or the vendor, has its domain by now", async () => {
    const [jillian, other] = [await aPortal(), await aPortal()];
    const id = await registered(jillian);
    await remove(jillian, id);
    await transaction((tx) => releaseRegistrations(tx, jillian, { keys: [key], reason: "" }));
    await registered(other);
    await restore(jillian, id);
    expect(await theContact(id)).toMatchObject({ status: "", expires: "", registrationId: null });
    expect(await sizes(jillian)).toMatchObject({ registered: 0 });
  });

  test("among the expired, where it ran out meanwhile", async () => {
    const jillian = await aPortal();
    const id = await registered(jillian);
    await remove(jillian, id);
    on("2015-05-07");
    await restore(jillian, id);
    expect(await theContact(id)).toMatchObject({ status: "", expires: "", lapsedOn: "2015-05-06" });
    expect(await sizes(jillian)).toMatchObject({ registered: 0, expired: 1 });
  });

  test("and is looked at again, where it had no registration", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website, lastname: "" });
    await ask(jillian, id);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA" });
    await remove(jillian, id);
    await restore(jillian, id);
    expect(await theContact(id)).toMatchObject({ status: "", shortfalls: 0, failed: "" });
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA" });
    expect((await requestsOf(id)).map(({ kind }) => kind)).toEqual(["manual", "automatic"]);
  });

  test("without the request that was open, even where the sync has not come to it", async () => {
    const jillian = await aPortal();
    await transaction((tx) => pauseSync(tx, jillian, { portalId: jillian.portalId, paused: true }));
    const id = await aContact(jillian, { website });
    await ask(jillian, id);
    await remove(jillian, id);
    await restore(jillian, id);
    expect(await theContact(id)).toMatchObject({ openRequest: null, openKind: null, status: "" });
    expect(await requestsOf(id)).toMatchObject([{ state: "withdrawn" }]);
    expect(await sizes(jillian)).toMatchObject({ pending: 0 });
  });

  test("into the lists that it was in", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    const made = await transaction((tx) => createStaticList(tx, jillian, { name: "Guests", folder: "" }));
    if (!made.ok) throw new Error("no list");
    const listId = made.value.id;
    await transaction((tx) => changeMembers(tx, jillian, { listId, contactIds: [id], join: true }));
    await remove(jillian, id);
    expect(await db.select().from(listMember).where(eq(listMember.listId, listId))).toEqual([]);
    await restore(jillian, id);
    expect(await db.select().from(listMember).where(eq(listMember.listId, listId))).toMatchObject([{ contactId: id }]);
  });

  test("together with others that were deleted by the same bulk change", async () => {
    const jillian = await aPortal();
    const ids = [await registered(jillian), await aContact(jillian, { website }), await aContact(jillian)];
    const gone = await transaction((tx) => deleteContacts(tx, jillian, { contactIds: ids, runId: 7 }));
    expect(new Set(gone.map(({ id }) => id))).toEqual(new Set(ids));
    expect(await stoneOf(ids[0] ?? 0)).toMatchObject({ runId: 7 });
    expect((await restore(jillian, ...ids)).map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await sizes(jillian)).toMatchObject({ registered: 1 });
  });
});

describe("a deleted contact stays where it is", () => {
  test("while another contact has its e-mail", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { email: "one@restored.com" });
    await remove(jillian, id);
    const other = await aContact(jillian, { email: "ONE@restored.com" });
    expect(await restore(jillian, id)).toEqual([{ contactId: id, ok: false, no: "email-taken", by: other }]);
    await transaction((tx) => saveProperties(tx, jillian, { contactId: other, values: { email: "two@restored.com" } }));
    expect(await restore(jillian, id)).toMatchObject([{ ok: true }]);
  });

  test("of two that had the same e-mail, the first one that is asked for comes back", async () => {
    const jillian = await aPortal();
    const first = await aContact(jillian, { email: "same@restored.com" });
    await remove(jillian, first);
    const second = await aContact(jillian, { email: "same@restored.com" });
    await remove(jillian, second);
    expect(await restore(jillian, second, first)).toMatchObject([
      { contactId: second, ok: true },
      { contactId: first, ok: false, no: "email-taken", by: second },
    ]);
  });

  test("for everybody of another portal, who is answered as if it had never been there", async () => {
    const [jillian, stranger] = [await aPortal(), await aPortal()];
    const id = await aContact(jillian);
    await remove(jillian, id);
    expect(await restore(stranger, id, 999_999)).toEqual([
      { contactId: id, ok: false, no: "not-deleted" },
      { contactId: 999_999, ok: false, no: "not-deleted" },
    ]);
    expect(await stoneOf(id)).toBeDefined();
  });
});

test("a tombstone from before more was kept brings back the values", async () => {
  const jillian = await aPortal();
  const id = await aContact(jillian, { website, email: "old@restored.com" });
  await transaction((tx) => deleteContact(tx, jillian, id));
  await transaction(async (tx) => void (await tx.update(tombstone).set({ was: null, search: "" })));
  expect(await restore(jillian, id)).toMatchObject([{ ok: true }]);
  expect(await theContact(id)).toMatchObject({ email: "old@restored.com", domainKey: key, status: "" });
});

describe("what was deleted is listed", () => {
  const all = { search: "", place: null };

  test("newest first, by words, a page by key, and nobody else's", async () => {
    const [jillian, stranger] = [await aPortal(), await aPortal()];
    const ids: number[] = [];
    for (let at = 0; at < 52; at += 1) {
      ids.push(await aContact(jillian, { lastname: `Guest ${at}`, company: at === 7 ? "Seventh Heaven" : "Acme" }));
    }
    await remove(jillian, ...ids);
    const first = await deletedPage(jillian, all);
    expect(first.rows.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 50));
    expect(first.rows[0]).toMatchObject({ name: "Jillian Guest 51", who: jillian.name, daysLeft: 90 });
    const second = await deletedPage(jillian, { search: "", place: readPlace(first.next ?? "") });
    expect(second.rows.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(second.next).toBeNull();
    const back = await deletedPage(jillian, { search: "", place: readPlace(second.previous ?? "") });
    expect(back.rows).toEqual(first.rows);
    expect((await deletedPage(jillian, { ...all, search: "GUEST seventh" })).rows).toMatchObject([{ id: ids[7] }]);
    expect((await deletedPage(stranger, all)).rows).toEqual([]);
    expect(await deletedContact(stranger, ids[0] ?? 0)).toBeUndefined();
  });

  test("without those that became a part of another contact", async () => {
    const jillian = await aPortal();
    const [survivorId, otherId] = [await aContact(jillian), await aContact(jillian)];
    await transaction((tx) => mergeContacts(tx, jillian, { survivorId, otherId }));
    expect((await deletedPage(jillian, all)).rows).toEqual([]);
    expect(await deletedContact(jillian, otherId)).toMatchObject({ mergedInto: survivorId });
    expect(await restore(jillian, otherId)).toEqual([{ contactId: otherId, ok: false, no: "merged" }]);
  });
});

describe("what is given up for good", () => {
  test("is everything but the e-mail, which still does not enter by itself", async () => {
    const [jillian, stranger] = [await aPortal(), await aPortal()];
    const id = await registered(jillian, { email: "private@restored.com" });
    await aConversion(jillian, "private@restored.com");
    await transaction((tx) => makeLink(tx, jillian, { contactId: id, days: 7 }));
    const photo = { type: "image/png" as const, bytes: new Uint8Array([1]) };
    await transaction((tx) => setPhoto(tx, jillian, { contactId: id, photo }));
    const row = { id: 1, changeId: 1, contactId: id, outcome: "changed" as const, reason: "", undo: "" as const };
    await transaction(async (tx) => {
      await tx.insert(bulkRow).values({ ...row, values: [["city", "Boston", "Berlin"]], undoReason: "" });
    });
    await remove(jillian, id);
    expect(await transaction((tx) => forgetContacts(tx, stranger, [id]))).toBe(0);
    expect(await transaction((tx) => forgetContacts(tx, jillian, [id]))).toBe(1);
    expect(await stoneOf(id)).toMatchObject({ values: {}, was: null, search: "", emailKey: "private@restored.com" });
    expect(await linesOf(id)).toEqual([]);
    for (const kept of [conversion, interaction, publicLink, contactPhoto]) {
      expect(await db.select().from(kept).where(eq(kept.contactId, id))).toEqual([]);
    }
    expect(await db.select().from(bulkRow).where(eq(bulkRow.contactId, id))).toMatchObject([{ values: [] }]);
    expect(await requestsOf(id)).toMatchObject([{ findings: null }]);
    expect(await restore(jillian, id)).toEqual([{ contactId: id, ok: false, no: "forgotten" }]);
    expect(await deletedContact(jillian, id)).toBeUndefined();
  });

  test("after 90 days, not before", async () => {
    const jillian = await aPortal();
    const [id, later] = [await aContact(jillian), await aContact(jillian)];
    await remove(jillian, id);
    on("2014-05-07");
    await remove(jillian, later);
    on("2014-08-04");
    await forgetOverdue();
    expect((await deletedPage(jillian, { search: "", place: null })).rows).toMatchObject([
      { id: later, daysLeft: 1 },
      { id, daysLeft: 1 },
    ]);
    setClock(Date.parse("2014-08-04T12:00:01Z"));
    await forgetOverdue();
    expect(await stoneOf(id)).toMatchObject({ values: {}, forgottenAt: Date.parse("2014-08-04T12:00:01Z") });
    expect(await restore(jillian, later)).toMatchObject([{ ok: true }]);
  });
});
