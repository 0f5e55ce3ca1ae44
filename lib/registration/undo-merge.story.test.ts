import { and, desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { conversion } from "#db/schema/contacts.ts";
import { contactMerge, tombstone } from "#db/schema/endings.ts";
import { listMember } from "#db/schema/lists.ts";
import { event } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { aContact, aConversion, aPortal, sizes, sync, theContact } from "#lib/fixtures.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { forgetOverdue } from "#lib/registration/commands/forget.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { releaseRegistrations } from "#lib/registration/commands/release.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { restoreContacts } from "#lib/registration/commands/restore.ts";
import { undoMerge } from "#lib/registration/commands/undo-merge.ts";
import { contactAsOf, listAsOf } from "#lib/registration/queries/as-of.ts";
import { undoableMerges } from "#lib/registration/queries/merges.ts";

let domains = 0;
let key = "";
let website = "";

beforeEach(() => {
  domains += 1;
  key = `unmerged-${domains}.com`;
  website = `https://www.${key}/x`;
  on("2014-05-06");
});
afterEach(() => setClock(undefined));

function on(day: string) {
  setClock(Date.parse(`${day}T12:00:00Z`));
}

async function registered(actor: Actor, values: Record<string, string> = {}) {
  const id = await aContact(actor, { website, ...values });
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  return id;
}

async function merge(actor: Actor, survivorId: number, otherId: number, ...chosen: string[]): Promise<number> {
  const merged = await transaction((tx) => mergeContacts(tx, actor, { survivorId, otherId, chosen }));
  if (!merged.ok) throw new Error(merged.no);
  return merged.value.merge;
}

async function undo(actor: Actor, mergeId: number) {
  return transaction((tx) => undoMerge(tx, actor, mergeId));
}

async function change(actor: Actor, contactId: number, values: Record<string, string>) {
  const saved = await transaction((tx) => saveProperties(tx, actor, { contactId, values }));
  if (!saved.ok) throw new Error(saved.no);
}

async function newestEvent(): Promise<number> {
  const [newest] = await db.select({ number: event.number }).from(event).orderBy(desc(event.number)).limit(1);
  return newest?.number ?? 0;
}

describe("whoever merges chooses", () => {
  test("of each property whose value stays; what is not chosen stays with the survivor, or is filled", async () => {
    const jillian = await aPortal();
    const survivor = await aContact(jillian, { firstname: "Jillian", phone: "1", city: "", email: "a@unmerged.com" });
    const other = await aContact(jillian, { firstname: "Jill", phone: "", city: "Bonn", email: "b@unmerged.com" });
    await merge(jillian, survivor, other, "firstname", "email", "phone");
    const { values, email } = await theContact(survivor);
    // What the other lacks is nothing to choose.
    expect(values).toMatchObject({ firstname: "Jill", city: "Bonn", lastname: "Berry", phone: "1" });
    expect(email).toBe("b@unmerged.com");
  });

  test("another website too, and then leaves the registration that goes with the old one", async () => {
    const jillian = await aPortal();
    const survivor = await registered(jillian);
    const other = await aContact(jillian, { website: `https://other-${key}` });
    await merge(jillian, survivor, other, "website");
    expect(await theContact(survivor)).toMatchObject({ domainKey: `other-${key}`, status: "", registrationId: null });
  });
});

describe("a merge is undone", () => {
  test("the two are there as before, with their forms and lists", async () => {
    const jillian = await aPortal();
    const survivor = await aContact(jillian, { website, phone: "1", email: "a@two.com" });
    const other = await registered(jillian, { phone: "2", city: "Bonn", email: "b@two.com" });
    await aConversion(jillian, "a@two.com");
    await aConversion(jillian, "b@two.com");
    const made = await transaction((tx) => createStaticList(tx, jillian, { name: "Guests", folder: "" }));
    const listId = made.ok ? made.value.id : 0;
    await transaction((tx) => changeMembers(tx, jillian, { listId, contactIds: [other], join: true }));
    await sync();
    const [one, two] = [await theContact(survivor), await theContact(other)];
    const forms = await db.select().from(conversion).where(eq(conversion.portalId, jillian.portalId));

    const id = await merge(jillian, survivor, other);
    expect(await theContact(survivor)).toMatchObject({ conversions: 2, status: "REGISTERED" });
    expect(await undoableMerges(jillian, survivor)).toMatchObject([{ id, otherId: other, name: two.name }]);
    expect(await undo(jillian, id)).toEqual({ ok: true, value: { survivorId: survivor, otherId: other } });

    const [oneAgain, twoAgain] = [await theContact(survivor), await theContact(other)];
    expect(oneAgain).toMatchObject({ values: one.values, conversions: 1, lastConversionAt: one.lastConversionAt });
    expect(twoAgain).toMatchObject({ values: two.values, conversions: 1, status: "REGISTERED", expires: two.expires });
    expect(await db.select().from(conversion).where(eq(conversion.portalId, jillian.portalId))).toEqual(forms);
    expect(await db.select().from(listMember).where(eq(listMember.listId, listId))).toMatchObject([
      { contactId: other },
    ]);
    expect(await sizes(jillian)).toMatchObject({ registered: 2 });
    expect(await undoableMerges(jillian, survivor)).toEqual([]);
    expect(await undo(jillian, id)).toEqual({ ok: false, no: "merge-not-found" });
    const told = await db
      .select({ kind: event.kind, contactId: event.contactId })
      .from(event)
      .where(and(eq(event.key, key), eq(event.portalId, jillian.portalId)));
    expect(told.slice(-2)).toEqual([
      { kind: "unmerged", contactId: survivor },
      { kind: "restored", contactId: other },
    ]);
  });

  test("and how each of them stood in between is told of the one that came back, too", async () => {
    const jillian = await aPortal();
    const survivor = await registered(jillian, { website: `https://own-${key}` });
    const other = await registered(jillian);
    const before = await newestEvent();
    const id = await merge(jillian, survivor, other, "website");
    const merged = await newestEvent();
    await undo(jillian, id);
    const after = await newestEvent();
    const stood = async (contactId: number, upTo: number) => {
      const { domainKey } = await theContact(contactId);
      const then = await contactAsOf(jillian, { id: contactId, domainKey }, upTo);
      return then === undefined ? "gone" : `${then.status} ${then.key}`;
    };
    const told = async (contactId: number) => [
      await stood(contactId, before),
      await stood(contactId, merged),
      await stood(contactId, after),
    ];
    const own = `REGISTERED own-${key}`;
    expect(await told(survivor)).toEqual([own, `REGISTERED ${key}`, own]);
    expect(await told(other)).toEqual([`REGISTERED ${key}`, "gone", `REGISTERED ${key}`]);
    const sizesThen = [before, merged, after].map(async (upTo) => (await listAsOf(jillian, "registered", upTo)).size);
    expect(await Promise.all(sizesThen)).toEqual([2, 1, 2]);
  });

  test("what was changed since stays as it was changed", async () => {
    const jillian = await aPortal();
    const survivor = await aContact(jillian, { city: "", phone: "" });
    const other = await aContact(jillian, { city: "Bonn", phone: "2" });
    const id = await merge(jillian, survivor, other);
    await change(jillian, survivor, { city: "Berlin" });
    await undo(jillian, id);
    const { values } = await theContact(survivor);
    expect(values["city"]).toBe("Berlin");
    expect(values["phone"]).toBeUndefined();
    expect((await theContact(other)).values).toMatchObject({ city: "Bonn", phone: "2" });
  });

  test("back at the domain that it had, the survivor is Registered where that registration still runs", async () => {
    const jillian = await aPortal();
    const survivor = await registered(jillian);
    const other = await aContact(jillian, { website: `https://other-${key}` });
    const id = await merge(jillian, survivor, other, "website");
    await undo(jillian, id);
    expect(await theContact(survivor)).toMatchObject({ status: "REGISTERED", expires: "2015-05-06", domainKey: key });

    const again = await merge(jillian, survivor, other, "website");
    await transaction((tx) => releaseRegistrations(tx, jillian, { keys: [key], reason: "" }));
    await undo(jillian, again);
    expect(await theContact(survivor)).toMatchObject({ status: "", expires: "", registrationId: null });
  });

  test("the e-mail that was taken over goes back with its owner", async () => {
    const jillian = await aPortal();
    const survivor = await aContact(jillian, { email: "" });
    const other = await aContact(jillian, { email: "only@unmerged.com" });
    const id = await merge(jillian, survivor, other);
    await undo(jillian, id);
    expect(await theContact(survivor)).toMatchObject({ email: "" });
    expect(await theContact(other)).toMatchObject({ email: "only@unmerged.com" });
  });
});

describe("a merge is not undone", () => {
  test("where somebody else has one of the e-mails by now", async () => {
    const jillian = await aPortal();
    const [survivor, other] = [await aContact(jillian), await aContact(jillian, { email: "free@unmerged.com" })];
    const id = await merge(jillian, survivor, other);
    const third = await aContact(jillian, { email: "free@unmerged.com" });
    expect(await undo(jillian, id)).toEqual({ ok: false, no: "undo-email-taken" });
    await transaction((tx) => deleteContact(tx, jillian, third));
    expect(await undo(jillian, id)).toMatchObject({ ok: true });
  });

  test("after 30 days, when what it needs is given up", async () => {
    const jillian = await aPortal();
    const [survivor, other] = [await aContact(jillian), await aContact(jillian)];
    const id = await merge(jillian, survivor, other);
    on("2014-06-05");
    await forgetOverdue();
    expect(await undoableMerges(jillian, survivor)).toHaveLength(1);
    on("2014-06-06");
    await forgetOverdue();
    expect(await undo(jillian, id)).toEqual({ ok: false, no: "undo-too-late" });
    expect(await undoableMerges(jillian, survivor)).toEqual([]);
    const [left] = await db.select().from(contactMerge).where(eq(contactMerge.id, id));
    expect(left).toMatchObject({ before: null, after: null });
  });

  test("by another portal, or where the survivor is gone; once it is back, it can be", async () => {
    const [jillian, stranger] = [await aPortal(), await aPortal()];
    const [survivor, other] = [await aContact(jillian), await aContact(jillian)];
    const id = await merge(jillian, survivor, other);
    expect(await undo(stranger, id)).toEqual({ ok: false, no: "merge-not-found" });
    await transaction((tx) => deleteContact(tx, jillian, survivor));
    expect(await undo(jillian, id)).toEqual({ ok: false, no: "merge-not-found" });
    await transaction((tx) => restoreContacts(tx, jillian, [survivor]));
    expect(await undo(jillian, id)).toMatchObject({ ok: true });
    expect(await db.select().from(tombstone).where(eq(tombstone.portalId, jillian.portalId))).toEqual([]);
  });
});
