import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { event, registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { aContact, aConversion, aPortal, requestsOf, sizes, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { changePolicy } from "#lib/registration/commands/change-policy.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { pauseSync, syncNow } from "#lib/registration/commands/pause.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { requestRegistration, withdrawRequest } from "#lib/registration/commands/request-registration.ts";
import type { PolicySettings } from "#lib/registration/policy.ts";
import { openRequestOf, policyInForce } from "#lib/registration/queries.ts";
import { excludeDomain, readmitDomain } from "#lib/sales/commands/not-pursued.ts";

let domains = 0;
let website = "";
let key = "";

beforeEach(() => {
  domains += 1;
  key = `acme-${domains}.com`;
  website = `https://www.${key}/x`;
  on("2014-05-06");
});
afterEach(() => setClock(undefined));

function on(day: string, time = "12:00:00Z") {
  setClock(Date.parse(`${day}T${time}`));
}

async function ask(actor: Actor, contactId: number) {
  const asked = await transaction((tx) => requestRegistration(tx, actor, contactId));
  if (!asked.ok) throw new Error(asked.no);
  return asked.value.receipt;
}

async function askAndSync(actor: Actor, contactId: number) {
  await ask(actor, contactId);
  await sync();
  return theContact(contactId);
}

async function edit(actor: Actor, contactId: number, values: Record<string, string>) {
  const saved = await transaction((tx) => saveProperties(tx, actor, { contactId, values }));
  if (!saved.ok) throw new Error(saved.no);
}

async function activeRegistration() {
  const [found] = await db
    .select()
    .from(registration)
    .where(and(eq(registration.key, key), eq(registration.state, "active")));
  return found;
}

describe("requesting by hand (seed, 3a and 3b)", () => {
  test("a partner asks for a registration and sees it granted, and the lists follow (E1, E7)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    await ask(jillian, id);
    expect(await sizes(jillian)).toMatchObject({ pending: 1, registered: 0 });
    expect(await theContact(id)).toMatchObject({ status: "", openKind: "manual" });

    await sync();
    expect(await sizes(jillian)).toMatchObject({ pending: 0, registered: 1 });
    expect(await theContact(id)).toMatchObject({
      status: "REGISTERED",
      message: "Contact Registered: This Contact was registered with HubSpot on 2014-05-06",
      expires: "2015-05-06",
      openKind: null,
    });
  });

  test("a page read as the request is decided still tells that it waits, so that it looks again (D1)", async () => {
    const jillian = await aPortal();
    const [first, second] = [await aContact(jillian, { website }), await aContact(jillian, { website })];
    await ask(jillian, first);
    const receipt = await ask(jillian, second);
    const seen = await contactById(jillian, second);
    if (seen === undefined) throw new Error("no contact");
    expect(await openRequestOf(jillian, seen)).toEqual({ receipt, ahead: { count: 1, exact: true } });

    await sync();
    expect(await openRequestOf(jillian, seen)).toEqual({ receipt, ahead: { count: 0, exact: true } });
    expect(await openRequestOf(jillian, { ...seen, openRequest: null })).toBeNull();
    expect(await openRequestOf(await aPortal(), seen)).toBeNull();
  });

  test("saving twice gives the same receipt (I6)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    expect(await ask(jillian, id)).toBe(await ask(jillian, id));
    expect(await requestsOf(id)).toHaveLength(1);
    expect(await sizes(jillian)).toMatchObject({ pending: 1 });
  });

  test("a manual request upgrades the automatic one that waits, and keeps its receipt (E1)", async () => {
    const jillian = await aPortal();
    await transaction((tx) => pauseSync(tx, jillian, { portalId: jillian.portalId, paused: true }));
    const created = await transaction((tx) =>
      createContact(tx, jillian, { firstname: "Al", lastname: "B", email: `a@${key}`, company: "A", website }),
    );
    if (!created.ok) throw new Error(created.no);
    await sync();
    const [automatic] = await requestsOf(created.value.id);
    expect(automatic).toMatchObject({ kind: "automatic", state: "open" });

    expect(await ask(jillian, created.value.id)).toBe(automatic?.receipt);
    await transaction((tx) => pauseSync(tx, jillian, { portalId: jillian.portalId, paused: false }));
    await sync();
    expect(await theContact(created.value.id)).toMatchObject({ status: "REGISTERED" });
  });

  test("a withdrawn request is never decided; the last status stays (E3)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website, firstname: "" });
    await askAndSync(jillian, id);
    await ask(jillian, id);
    const taken = await transaction((tx) => withdrawRequest(tx, jillian, id));
    expect(taken.ok).toBe(true);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA", openRequest: null });
    expect((await requestsOf(id)).map(({ state }) => state)).toEqual(["done", "withdrawn"]);
    expect(await sizes(jillian)).toMatchObject({ pending: 0, "invalid-data": 1 });
  });

  test("a contact of another portal is not there", async () => {
    const jillian = await aPortal();
    const other = await aPortal("Other");
    const id = await aContact(other, { website });
    const asked = await transaction((tx) => requestRegistration(tx, jillian, id));
    expect(asked).toEqual({ ok: false, no: "contact-not-found" });
    expect(await theContact(id)).toMatchObject({ openRequest: null });
  });
});

describe("what the sales database answers", () => {
  test("every shortfall is found, not only the first (E5, R1 to R8)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { firstname: "", lastname: "", email: "", company: "", website: "localhost" });
    expect(await askAndSync(jillian, id)).toMatchObject({
      status: "INVALID_DATA",
      message: "Invalid Contact Data: This Contact has invalid Contact data",
      expires: "",
      shortfalls: 5,
    });
    const [decided] = await requestsOf(id);
    expect(decided?.findings).toMatchObject([
      { rule: "R1", result: "failed" },
      { rule: "R2", result: "failed" },
      { rule: "R3", result: "passed", saw: "localhost" },
      { rule: "R4", result: "failed" },
      { rule: "R5", result: "failed" },
      { rule: "R6", result: "waived" },
      { rule: "R7", result: "failed", why: "domain.single_label" },
      { rule: "R8", result: "skipped" },
    ]);
  });

  test("a domain that the vendor pursues is unavailable (E6, E14)", async () => {
    const vendor = await aPortal("Vendor", "channel-manager");
    await transaction((tx) => startPursuit(tx, vendor, { website, account: "Acme", reason: "Enterprise account" }));
    await sync();
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    expect(await askAndSync(jillian, id)).toMatchObject({
      status: "UNAVAILABLE",
      message:
        "Contact Unavailable: This Contact was unavailable on 2014-05-06: HubSpot is actively pursuing this domain.",
    });
    expect(await requestsOf(id)).toMatchObject([{ outcome: "pursued" }]);
  });

  test("a domain of another partner is unavailable in the same words, and the reason beside them (D5)", async () => {
    const [first, second] = [await aPortal("First"), await aPortal("Second")];
    await askAndSync(first, await aContact(first, { website }));
    const id = await aContact(second, { website });
    expect(await askAndSync(second, id)).toMatchObject({ status: "UNAVAILABLE", registrationId: null });
    const [decided] = await requestsOf(id);
    expect(decided?.outcome).toBe("registered_by_another_partner");
    expect(JSON.stringify(decided)).not.toContain("First");
  });

  test("a second contact of an owned domain is re-registered, and a manual request renews them all (E8, E23)", async () => {
    const jillian = await aPortal();
    const first = await aContact(jillian, { website });
    await askAndSync(jillian, first);
    on("2014-09-01");
    const second = await aContact(jillian, { website: `http://shop.${key}:8080` });
    expect(await askAndSync(jillian, second)).toMatchObject({
      message: "Contact Updated Existing: This Contact was re-registered with HubSpot on 2014-09-01",
      expires: "2015-09-01",
    });
    expect(await theContact(first)).toMatchObject({ status: "REGISTERED", expires: "2015-09-01" });
    expect(await activeRegistration()).toMatchObject({ expires: "2015-09-01", fromOn: "2014-05-06" });
  });

  test("a failed re-registration never takes the registration away (I9)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    await askAndSync(jillian, id);
    await edit(jillian, id, { firstname: "" });
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED" });
    expect(await askAndSync(jillian, id)).toMatchObject({ status: "INVALID_DATA", expires: "", registrationId: null });
    expect(await activeRegistration()).toMatchObject({ portalId: jillian.portalId, state: "active" });
  });
});

describe("registering by itself (D3, E2)", () => {
  test("a new contact without a conversion is Invalid Data, a conversion mends it", async () => {
    const jillian = await aPortal();
    const email = `a@${key}`;
    const created = await transaction((tx) =>
      createContact(tx, jillian, { firstname: "Al", lastname: "B", email, company: "A", website }),
    );
    if (!created.ok) throw new Error(created.no);
    await sync();
    expect(await theContact(created.value.id)).toMatchObject({ status: "INVALID_DATA", shortfalls: 1 });

    await aConversion(jillian, email);
    await sync();
    expect(await theContact(created.value.id)).toMatchObject({ status: "REGISTERED", conversions: 1 });
    expect(await requestsOf(created.value.id)).toHaveLength(2);
  });

  test("each trigger counts once, however often it is looked at", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website, firstname: "" });
    await askAndSync(jillian, id);
    await edit(jillian, id, { firstname: "Jill" });
    await sync();
    await sync();
    expect((await requestsOf(id)).map(({ kind }) => kind)).toEqual(["manual", "automatic"]);
  });

  test("an automatic request attaches and never extends (I8)", async () => {
    const jillian = await aPortal();
    await askAndSync(jillian, await aContact(jillian, { website }));
    on("2014-09-01");
    const email = `late@${key}`;
    const second = await aContact(jillian, { website, email });
    await aConversion(jillian, email);
    await sync();
    expect(await theContact(second)).toMatchObject({ status: "REGISTERED", expires: "2015-05-06" });
  });

  test("after a registration ran out, only a newer conversion asks by itself", async () => {
    const jillian = await aPortal();
    const email = `old@${key}`;
    const id = await aContact(jillian, { website, email });
    await aConversion(jillian, email);
    await sync();
    on("2015-05-07");
    await sweepLapsed();
    await edit(jillian, id, { firstname: "" });
    await askAndSync(jillian, id);
    await edit(jillian, id, { firstname: "Jill" });
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA" });

    on("2015-05-08");
    await aConversion(jillian, email);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED", expires: "2016-05-08" });
  });

  test("the e-mail of a deleted contact never enters by itself again, but may by hand (E21)", async () => {
    const jillian = await aPortal();
    const email = `gone@${key}`;
    const gone = await aContact(jillian, { website, email });
    await ask(jillian, gone);
    await transaction((tx) => deleteContact(tx, jillian, gone));
    await sync();
    expect(await requestsOf(gone)).toMatchObject([{ state: "withdrawn" }]);
    expect(await sizes(jillian)).toMatchObject({ pending: 0 });

    const back = await aContact(jillian, { website, email });
    await aConversion(jillian, email);
    await sync();
    expect(await theContact(back)).toMatchObject({ status: "" });
    expect(await askAndSync(jillian, back)).toMatchObject({ status: "REGISTERED" });
  });
});

describe("time (D6, E9)", () => {
  test("owned through the end of the last day, and blank on the next", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    await askAndSync(jillian, id);
    on("2015-05-06", "23:59:59Z");
    await sweepLapsed();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED" });

    on("2015-05-07", "00:00:00Z");
    await sweepLapsed();
    expect(await theContact(id)).toMatchObject({ status: "", message: "", expires: "", lapsedOn: "2015-05-06" });
    expect(await sizes(jillian)).toMatchObject({ registered: 0, expired: 1 });
    expect(await activeRegistration()).toBeUndefined();
  });

  test("a year from 29 February ends on 28 February", async () => {
    on("2024-02-29");
    const jillian = await aPortal();
    expect(await askAndSync(jillian, await aContact(jillian, { website }))).toMatchObject({ expires: "2025-02-28" });
  });

  test("a lapsed domain goes to whoever asks next, and to its old holder as re-registered (E7, E8)", async () => {
    const [first, second] = [await aPortal("First"), await aPortal("Second")];
    await askAndSync(first, await aContact(first, { website }));
    on("2015-05-07");
    const theirs = await aContact(second, { website });
    expect(await askAndSync(second, theirs)).toMatchObject({
      message: "Contact Registered: This Contact was registered with HubSpot on 2015-05-07",
    });
    on("2016-05-08");
    const ours = await aContact(first, { website });
    expect(await askAndSync(first, ours)).toMatchObject({
      message: "Contact Updated Existing: This Contact was re-registered with HubSpot on 2016-05-08",
      expires: "2017-05-08",
    });
  });
});

describe("first come, first served (E24, E25)", () => {
  test("the lower receipt wins, whatever the spelling", async () => {
    const [first, second] = [await aPortal("First"), await aPortal("Second")];
    const a = await aContact(first, { website: `HTTP://WWW.${key.toUpperCase()}./a` });
    const b = await aContact(second, { website: `mail.${key}` });
    const receipts = [await ask(first, a), await ask(second, b)];
    expect(receipts).toEqual(receipts.toSorted((x, y) => x - y));
    await sync();
    expect([(await theContact(a)).status, (await theContact(b)).status]).toEqual(["REGISTERED", "UNAVAILABLE"]);
  });

  test("if the winner is invalid the next receipt is served", async () => {
    const [first, second] = [await aPortal("First"), await aPortal("Second")];
    const a = await aContact(first, { website, company: "" });
    const b = await aContact(second, { website });
    await ask(first, a);
    await ask(second, b);
    await sync();
    expect([(await theContact(a)).status, (await theContact(b)).status]).toEqual(["INVALID_DATA", "REGISTERED"]);
  });

  test("a pause never changes the order: who stands behind a paused request waits (D13)", async () => {
    const [paused, other] = [await aPortal("Paused"), await aPortal("Other")];
    await transaction((tx) => pauseSync(tx, paused, { portalId: paused.portalId, paused: true }));
    const a = await aContact(paused, { website });
    const b = await aContact(other, { website });
    const elsewhere = await aContact(other, { website: `elsewhere-${key}` });
    await ask(paused, a);
    await ask(other, b);
    await ask(other, elsewhere);
    await sync();
    expect(await sizes(paused)).toMatchObject({ pending: 1 });
    expect([(await theContact(b)).status, (await theContact(elsewhere)).status]).toEqual(["", "REGISTERED"]);

    await transaction((tx) => syncNow(tx, paused));
    await sync();
    await transaction((tx) => pauseSync(tx, paused, { portalId: null, paused: false }));
    await sync();
    expect([(await theContact(a)).status, (await theContact(b)).status]).toEqual(["REGISTERED", "UNAVAILABLE"]);
  });

  test("the vendor stands in the same queue (E14), and never takes a held domain (E14b)", async () => {
    const [vendor, jillian] = [await aPortal("Vendor", "channel-manager"), await aPortal()];
    const id = await aContact(jillian, { website });
    await ask(jillian, id);
    const queued = await transaction((tx) => startPursuit(tx, vendor, { website, account: "Acme", reason: "Wanted" }));
    expect(queued.ok).toBe(true);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED" });
    expect(await activeRegistration()).toMatchObject({ portalId: jillian.portalId });

    const refused = await transaction((tx) => startPursuit(tx, vendor, { website, account: "Acme", reason: "Wanted" }));
    expect(refused).toEqual({ ok: false, no: "held", until: "2015-05-06" });
    const logged = await db
      .select()
      .from(event)
      .where(and(eq(event.key, key), eq(event.kind, "pursuit-refused")));
    expect(logged).toHaveLength(2);
  });
});

describe("the vendor's side (E15, E16)", () => {
  test("when a pursuit ends, its unavailable contacts are available again (E15)", async () => {
    const [vendor, jillian] = [await aPortal("Vendor", "channel-manager"), await aPortal()];
    await transaction((tx) => startPursuit(tx, vendor, { website, account: "Acme", reason: "Wanted" }));
    await sync();
    const id = await aContact(jillian, { website });
    await askAndSync(jillian, id);
    const ended = await transaction((tx) => endPursuit(tx, vendor, { key, reason: "Lost interest" }));
    expect(ended).toEqual({ ok: true, value: { freed: 1 } });
    expect(await theContact(id)).toMatchObject({ status: "", message: "" });
    expect(await sizes(jillian)).toMatchObject({ unavailable: 0 });
    expect(await askAndSync(jillian, id)).toMatchObject({ status: "REGISTERED" });
  });

  test("a not-pursued domain is Invalid Data, and what runs runs on (E16)", async () => {
    const [vendor, jillian] = [await aPortal("Vendor", "channel-manager"), await aPortal()];
    const held = await aContact(jillian, { website });
    await askAndSync(jillian, held);
    await transaction((tx) => excludeDomain(tx, vendor, { website, why: "competitor", reason: "Sells the same" }));
    expect(await theContact(held)).toMatchObject({ status: "REGISTERED" });

    const id = await aContact(jillian, { website });
    expect(await askAndSync(jillian, id)).toMatchObject({ status: "INVALID_DATA", shortfalls: 1 });
    await transaction((tx) => readmitDomain(tx, vendor, { key, reason: "Merged" }));
    expect(await askAndSync(jillian, id)).toMatchObject({ status: "REGISTERED" });
  });

  test("every change needs a reason", async () => {
    const vendor = await aPortal("Vendor", "channel-manager");
    const without = await transaction((tx) => startPursuit(tx, vendor, { website, account: "Acme", reason: " " }));
    expect(without).toEqual({ ok: false, no: "reason-missing" });
  });
});

describe("edits after the registration (E17, E18, E19)", () => {
  test("name, e-mail and company change nothing, nor does another spelling of the domain", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    const before = await askAndSync(jillian, id);
    await edit(jillian, id, { firstname: "", company: "Other", website: `shop.${key}` });
    await sync();
    const { status, message, expires, registrationId } = before;
    expect(await theContact(id)).toMatchObject({ status, message, expires, registrationId });
  });

  test("another domain moves the contact, never the registration (E19)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    await askAndSync(jillian, id);
    await edit(jillian, id, { website: `moved-${key}` });
    expect(await theContact(id)).toMatchObject({ status: "", expires: "", registrationId: null });
    expect(await activeRegistration()).toMatchObject({ portalId: jillian.portalId });
    expect(await sizes(jillian)).toMatchObject({ registered: 0 });
  });

  test("an open request goes to the back of the new domain with a new receipt (E19, I13)", async () => {
    const [jillian, other] = [await aPortal(), await aPortal("Other")];
    await transaction((tx) => pauseSync(tx, jillian, { portalId: jillian.portalId, paused: true }));
    const [mine, theirs] = [await aContact(jillian, { website }), await aContact(other, { website: `to-${key}` })];
    const old = await ask(jillian, mine);
    await edit(jillian, mine, { website: `to-${key}` });
    await ask(other, theirs);
    await sync();
    const [first, second] = await requestsOf(mine);
    expect(first).toMatchObject({ receipt: old, state: "superseded", key });
    expect(second).toMatchObject({ state: "open", key: `to-${key}`, kind: "manual" });
    expect(second?.receipt).toBeGreaterThan(old);
    expect(await theContact(theirs)).toMatchObject({ status: "REGISTERED" });
  });
});

async function setPolicy(policy: Partial<PolicySettings>) {
  const { version: expected, ...settings } = await policyInForce(db);
  const changed = { ...settings, ...noLimits, ...policy };
  const vendor = await aPortal("Vendor", "channel-manager");
  await transaction((tx) => changePolicy(tx, vendor, { expected, settings: changed, reason: "A story" }));
}

const noLimits = { capacity: null, coolDownDays: 0 };

describe("limits of the policy, off by default (A2, A3)", () => {
  afterEach(() => setPolicy({}));

  test("a full portal is refused at Save and its contact's status stays (A2)", async () => {
    const jillian = await aPortal();
    await askAndSync(jillian, await aContact(jillian, { website }));
    await setPolicy({ capacity: 1 });
    const id = await aContact(jillian, { website: `another-${key}` });
    const refused = await transaction((tx) => requestRegistration(tx, jillian, id));
    expect(refused).toEqual({ ok: false, no: "capacity-reached" });
    expect(await theContact(id)).toMatchObject({ status: "", openRequest: null });
    const colleague = await aContact(jillian, { website });
    expect(await askAndSync(jillian, colleague)).toMatchObject({ status: "REGISTERED" });
  });

  test("a lost domain is asked for again only after the cool-down (A3)", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { website });
    await askAndSync(jillian, id);
    on("2015-05-07");
    await sweepLapsed();
    await setPolicy({ coolDownDays: 30 });
    const refused = await transaction((tx) => requestRegistration(tx, jillian, id));
    expect(refused).toEqual({ ok: false, no: "cooling-down" });
    on("2015-06-07");
    expect(await askAndSync(jillian, id)).toMatchObject({ status: "REGISTERED" });
  });
});

test("a contact has at most one open request (I12)", async () => {
  const jillian = await aPortal();
  const id = await aContact(jillian, { website });
  await Promise.all(Array.from({ length: 20 }, () => ask(jillian, id)));
  expect(await requestsOf(id)).toHaveLength(1);
  const open = await db.select().from(contact).where(eq(contact.id, id));
  expect(open).toMatchObject([{ openKind: "manual" }]);
});
