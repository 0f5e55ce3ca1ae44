import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { tombstone } from "#db/schema/endings.ts";
import { event, registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { givenUpByMerging, mergedContact } from "#lib/contacts/merged.ts";
import { aContact, aConversion, aPortal, requestsOf, sizes, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { changePolicy } from "#lib/registration/commands/change-policy.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { releaseRegistrations, revokeRegistration } from "#lib/registration/commands/release.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import {
  acceptTransfer,
  approveTransfer,
  declineTransfer,
  offerTransfer,
} from "#lib/registration/commands/transfer.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { acceptedTransfers, domainOfPortal } from "#lib/registration/queries/domain-of-portal.ts";
import { watchDomain } from "#lib/registration/commands/watch.ts";

let domains = 0;
let key = "";
let website = "";

beforeEach(() => {
  domains += 1;
  key = `ending-${domains}.com`;
  website = `https://www.${key}/x`;
  on("2014-05-06");
});
afterEach(() => setClock(undefined));

function on(day: string) {
  setClock(Date.parse(`${day}T12:00:00Z`));
}

async function ask(actor: Actor, contactId: number) {
  const asked = await transaction((tx) => requestRegistration(tx, actor, contactId));
  if (!asked.ok) throw new Error(asked.no);
  return asked.value.receipt;
}

async function registered(actor: Actor, values: Record<string, string> = {}) {
  const id = await aContact(actor, { website, ...values });
  await ask(actor, id);
  await sync();
  return id;
}

async function holder() {
  const [found] = await db
    .select()
    .from(registration)
    .where(and(eq(registration.key, key), eq(registration.state, "active")));
  return found;
}

async function recorded(kind: string) {
  return db
    .select()
    .from(event)
    .where(and(eq(event.key, key), eq(event.kind, kind)));
}

describe("giving a domain up (E11)", () => {
  test("every contact of it goes blank, and anybody may have it", async () => {
    const [jillian, other] = [await aPortal(), await aPortal()];
    const [first, second] = [await registered(jillian), await registered(jillian)];
    const released = await transaction((tx) =>
      releaseRegistrations(tx, jillian, { keys: [key, "nobody.com"], reason: "" }),
    );
    expect(released).toEqual({ released: [key], notYours: ["nobody.com"] });
    for (const id of [first, second])
      expect(await theContact(id)).toMatchObject({ status: "", message: "", expires: "", registrationId: null });
    expect(await sizes(jillian)).toMatchObject({ registered: 0 });
    expect((await recorded("released"))[0]?.after).toMatchObject({ contacts: [first, second] });

    const theirs = await registered(other);
    expect(await theContact(theirs)).toMatchObject({ status: "REGISTERED" });
  });

  test("what another portal holds is answered like what nobody holds", async () => {
    const [jillian, other] = [await aPortal(), await aPortal()];
    await registered(jillian);
    const released = await transaction((tx) => releaseRegistrations(tx, other, { keys: [key], reason: "" }));
    expect(released).toEqual({ released: [], notYours: [key] });
    expect(await holder()).toMatchObject({ portalId: jillian.portalId });
  });
});

describe("taking a registration back (E13)", () => {
  test("needs a reason, and leaves it on record", async () => {
    const jillian = await aPortal();
    const manager = await aPortal("Vendor", "channel-manager");
    const id = await registered(jillian);
    const without = await transaction((tx) => revokeRegistration(tx, manager, { key, reason: " " }));
    expect(without).toEqual({ ok: false, no: "reason-missing" });

    await transaction((tx) => revokeRegistration(tx, manager, { key, reason: "Left the programme" }));
    expect(await theContact(id)).toMatchObject({ status: "", expires: "" });
    expect((await recorded("revoked"))[0]).toMatchObject({
      portalId: jillian.portalId,
      after: { reason: "Left the programme", contacts: [id] },
    });
    const again = await transaction((tx) => revokeRegistration(tx, manager, { key, reason: "Again" }));
    expect(again).toEqual({ ok: false, no: "not-held" });
  });
});

describe("a domain changes hands (E12)", () => {
  test("both agree, the channel manager lets it through: the same last day moves over, locked for 60 days", async () => {
    const [giver, taker] = [await aPortal("Giver"), await aPortal("Taker")];
    const manager = await aPortal("Vendor", "channel-manager");
    const given = await registered(giver);
    const theirs = await aContact(taker, { website });
    on("2014-06-01");

    const offer = { key, toPortal: taker.portalId, reason: "They know them" };
    const offered = await transaction((tx) => offerTransfer(tx, giver, offer));
    if (!offered.ok) throw new Error(offered.no);
    const { id } = offered.value;
    expect(await transaction((tx) => offerTransfer(tx, giver, offer))).toEqual({ ok: false, no: "already-offered" });
    expect(await transaction((tx) => approveTransfer(tx, manager, id))).toEqual({ ok: false, no: "not-accepted" });
    expect(await transaction((tx) => acceptTransfer(tx, giver, id))).toEqual({ ok: false, no: "not-open" });
    await transaction((tx) => acceptTransfer(tx, taker, id));
    expect(await holder()).toMatchObject({ portalId: giver.portalId });

    await transaction((tx) => approveTransfer(tx, manager, id));
    expect(await holder()).toMatchObject({
      portalId: taker.portalId,
      expires: "2015-05-06",
      lockedUntil: "2014-07-31",
    });
    expect(await theContact(given)).toMatchObject({ status: "", expires: "" });
    expect(await theContact(theirs)).toMatchObject({
      status: "REGISTERED",
      expires: "2015-05-06",
      message: "Contact Registered: This Contact was registered with HubSpot on 2014-06-01",
    });
    const back = await transaction((tx) => offerTransfer(tx, taker, { ...offer, toPortal: giver.portalId }));
    expect(back).toEqual({ ok: false, no: "locked" });
    on("2014-08-01");
    expect((await transaction((tx) => offerTransfer(tx, taker, { ...offer, toPortal: giver.portalId }))).ok).toBe(true);
  });

  test("either side says no, and nothing moves", async () => {
    const [giver, taker] = [await aPortal("Giver"), await aPortal("Taker")];
    await registered(giver);
    for (const who of [giver, taker]) {
      const offered = await transaction((tx) =>
        offerTransfer(tx, giver, { key, toPortal: taker.portalId, reason: "" }),
      );
      if (!offered.ok) throw new Error(offered.no);
      const closed = await transaction((tx) => declineTransfer(tx, who, { id: offered.value.id, reason: "" }));
      expect(closed.ok && closed.value.state).toBe(who === giver ? "withdrawn" : "declined");
    }
    expect(await holder()).toMatchObject({ portalId: giver.portalId });
  });

  test("an offer of what is no longer held comes to nothing", async () => {
    const [giver, taker] = [await aPortal("Giver"), await aPortal("Taker")];
    const manager = await aPortal("Vendor", "channel-manager");
    await registered(giver);
    const offered = await transaction((tx) => offerTransfer(tx, giver, { key, toPortal: taker.portalId, reason: "" }));
    if (!offered.ok) throw new Error(offered.no);
    await transaction((tx) => acceptTransfer(tx, taker, offered.value.id));
    await transaction((tx) => releaseRegistrations(tx, giver, { keys: [key], reason: "" }));
    const approved = await transaction((tx) => approveTransfer(tx, manager, offered.value.id));
    expect(approved).toEqual({ ok: false, no: "not-accepted" });
    expect(await holder()).toBeUndefined();
    // Nobody is asked about it any more, on either side.
    expect(await acceptedTransfers()).not.toContainEqual(expect.objectContaining({ id: offered.value.id }));
    expect((await domainOfPortal(taker, key)).transfers).toEqual([]);
  });
});

test("a portal that may hold no more does not accept a domain (A2)", async () => {
  const [giver, taker] = [await aPortal("Giver"), await aPortal("Taker")];
  const manager = await aPortal("Vendor", "channel-manager");
  await registered(giver);
  const { version, ...settings } = await policyInForce(db);
  const capacities = { ...settings.capacities, [String(taker.portalId)]: 0 };
  const change = { expected: version, settings: { ...settings, capacities }, reason: "Full" };
  await transaction((tx) => changePolicy(tx, manager, change));
  const offered = await transaction((tx) => offerTransfer(tx, giver, { key, toPortal: taker.portalId, reason: "" }));
  if (!offered.ok) throw new Error(offered.no);
  const accepted = await transaction((tx) => acceptTransfer(tx, taker, offered.value.id));
  expect(accepted).toEqual({ ok: false, no: "capacity-reached" });
});

describe("two contacts become one (E22)", () => {
  test("the survivor keeps what it has, takes what it lacks, and the registration of the domain", async () => {
    const jillian = await aPortal();
    const other = await registered(jillian, { firstname: "Jill", phone: "1", email: "jill@ending.com" });
    const survivor = await aContact(jillian, { website: "", company: "", email: "jillian@ending.com" });
    await aConversion(jillian, "jill@ending.com");
    await transaction((tx) => mergeContacts(tx, jillian, { survivorId: survivor, otherId: other }));

    const merged = await theContact(survivor);
    expect(merged).toMatchObject({ status: "REGISTERED", expires: "2015-05-06", domainKey: key, conversions: 1 });
    expect(merged.values).toMatchObject({ firstname: "Jillian", company: "Acme", phone: "1", website });
    await expect(theContact(other)).rejects.toThrow("no contact");
    expect(await sizes(jillian)).toMatchObject({ registered: 1 });
    expect((await recorded("merged"))[0]).toMatchObject({ contactId: survivor, before: { contact: other } });
  });

  test("of two open requests the earliest receipt goes on, by hand if either was", async () => {
    const jillian = await aPortal();
    await transaction((tx) => pauseSync(tx, jillian, { portalId: jillian.portalId, paused: true }));
    const [survivor, other] = [await aContact(jillian, { website }), await aContact(jillian, { website })];
    const earlier = await ask(jillian, other);
    await ask(jillian, survivor);
    await transaction((tx) => mergeContacts(tx, jillian, { survivorId: survivor, otherId: other }));
    expect(await theContact(survivor)).toMatchObject({ openRequest: earlier, openKind: "manual" });
    const open = (await requestsOf(survivor)).filter(({ state }) => state === "open");
    expect(open).toMatchObject([{ receipt: earlier, key }]);
    expect(await sizes(jillian)).toMatchObject({ pending: 1 });
  });

  test("what is given up is foretold: the registration elsewhere, and every open request but one", async () => {
    const jillian = await aPortal();
    const elsewhere = await registered(jillian);
    website = `https://kept-${key}`;
    const [survivor, neighbour] = [await aContact(jillian, { website }), await aContact(jillian, { website })];
    await transaction((tx) => pauseSync(tx, jillian, { portalId: jillian.portalId, paused: true }));
    for (const id of [elsewhere, neighbour, survivor]) await ask(jillian, id);

    for (const other of [elsewhere, neighbour]) {
      const pair = { survivor: await theContact(survivor), other: await theContact(other) };
      const whole = mergedContact(pair.survivor, pair.other);
      const { leaves, withdraws } = givenUpByMerging({ ...pair, whole });
      expect(leaves.map(({ id }) => id)).toEqual(other === elsewhere ? [elsewhere] : []);

      await transaction((tx) => mergeContacts(tx, jillian, { survivorId: survivor, otherId: other }));
      const asked = [...(await requestsOf(survivor)), ...(await requestsOf(other))];
      const ended = asked.filter(({ state }) => state === "withdrawn");
      expect(withdraws.flatMap(({ openRequest }) => openRequest)).toEqual(ended.map(({ receipt }) => receipt));
      expect(await theContact(survivor)).toMatchObject({ domainKey: `kept-${key}`, registrationId: null });
    }
    expect(await holder()).toMatchObject({ portalId: jillian.portalId });
  });

  test("an e-mail that the survivor lacked comes over, and may be asked for again", async () => {
    const jillian = await aPortal();
    const other = await aContact(jillian, { website, email: "only@ending.com" });
    const survivor = await aContact(jillian, { website, email: "" });
    await transaction((tx) => mergeContacts(tx, jillian, { survivorId: survivor, otherId: other }));
    expect(await theContact(survivor)).toMatchObject({ email: "only@ending.com" });
    const [left] = await db.select().from(tombstone).where(eq(tombstone.contactId, other));
    expect(left).toMatchObject({ emailKey: "", values: { email: "only@ending.com" } });
  });

  test("a contact of another portal is not there", async () => {
    const [jillian, stranger] = [await aPortal(), await aPortal()];
    const [own, theirs] = [await aContact(jillian), await aContact(stranger)];
    const merged = await transaction((tx) => mergeContacts(tx, jillian, { survivorId: own, otherId: theirs }));
    expect(merged).toEqual({ ok: false, no: "contact-not-found" });
    expect(await theContact(theirs)).toMatchObject({ portalId: stranger.portalId });
  });
});

describe("every change is on record (I7)", () => {
  test("a contact that leaves its domain by an edit, and one that is deleted (E19, E21)", async () => {
    const jillian = await aPortal();
    const [moved, gone] = [await registered(jillian), await registered(jillian)];
    const values = { website: `https://elsewhere-${key}` };
    await transaction((tx) => saveProperties(tx, jillian, { contactId: moved, values }));
    await transaction((tx) => deleteContact(tx, jillian, gone));
    expect(await recorded("detached")).toMatchObject([{ contactId: moved, after: { key: `elsewhere-${key}` } }]);
    expect(await recorded("deleted")).toMatchObject([{ contactId: gone, before: { status: "REGISTERED" } }]);
    expect(await holder()).toMatchObject({ portalId: jillian.portalId });
  });
});

test("only a domain that somebody else has can be watched", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  expect(await transaction((tx) => watchDomain(tx, other, key))).toEqual({ ok: false, no: "not-taken" });
  await registered(jillian);
  expect(await transaction((tx) => watchDomain(tx, jillian, key))).toEqual({ ok: false, no: "not-taken" });
  expect(await transaction((tx) => watchDomain(tx, other, key))).toMatchObject({ ok: true });
});
