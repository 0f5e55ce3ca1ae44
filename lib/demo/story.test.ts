import { createHash } from "node:crypto";
import { and, asc, desc, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { account, portal, setting } from "#db/schema/portals.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import { list, reasonSize } from "#db/schema/lists.ts";
import { request } from "#db/schema/registration.ts";
import { event, registration } from "#db/schema/sales.ts";
import { now, setClock } from "#lib/clock.ts";
import { dayIn, daysAfter } from "#lib/day.ts";
import { fillDemo } from "#lib/demo/commands.ts";
import { brightfoldId, quaysideId, sandpitId } from "#lib/demo/portals.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import { runDueJobs } from "#lib/jobs/jobs.ts";
import { belongs, partnerLists, type PartnerRule } from "#lib/lists/partner-lists.ts";
import { signIn } from "#lib/portals/commands/sign-in.ts";
import { listeners } from "#lib/worker.ts";

const noon = Date.parse("2014-05-06T12:00:00Z");
const none = { registered: 0, unavailable: 0, pending: 0, "invalid-data": 0, expired: 0 };
const promised = [
  [brightfoldId, 3_638, { ...none, "invalid-data": 3_631 }],
  [quaysideId, 368, { ...none, registered: 178, unavailable: 89, pending: 1, "invalid-data": 88 }],
  [sandpitId, 0, none],
] as const;

beforeAll(async () => {
  await prepareJobs();
  setClock(noon);
  await fillDemo();
}, 60_000);

afterAll(() => setClock(undefined));

describe("the demo shows the sizes of the seed's pages 4a and 4b", () => {
  test.each(promised)("in portal %i, as they are kept", async (portalId, total, sizes) => {
    const [kept] = await db.select().from(portal).where(eq(portal.hubId, portalId));
    expect(kept?.contacts).toBe(total);
    expect(await keptSizes(portalId)).toEqual(sizes);
  });

  test.each(promised)("in portal %i, counted contact by contact", async (portalId, total, sizes) => {
    const contacts = await contactsOf(portalId);
    expect(contacts).toHaveLength(total);
    const counted = partnerLists.map(({ rule }) => [rule, contacts.filter((each) => belongs(rule, each)).length]);
    expect(Object.fromEntries(counted)).toEqual(sizes);
  });

  test("and the worker finds nothing left to do", async () => {
    await runDueJobs(listeners);
    for (const [portalId, , sizes] of promised) expect(await keptSizes(portalId)).toEqual(sizes);
  });

  test("and the reasons of the 88 are counted, as they failed at their last sync", async () => {
    const kept = await db.select().from(reasonSize).where(eq(reasonSize.portalId, quaysideId));
    expect(Object.fromEntries(kept.map(({ rule, size }) => [rule, size]))).toEqual({
      R1: 4,
      R2: 8,
      R3: 16,
      R4: 5,
      R5: 9,
      R6: 43,
      R7: 18,
      R8: 6,
    });
    const failed = (await contactsOf(quaysideId)).filter((each) => each.failed !== "");
    expect(failed).toHaveLength(88);
  });

  test("with the other lists of page 4a, in its order", async () => {
    const lists = await db.select().from(list).where(eq(list.portalId, brightfoldId)).orderBy(asc(list.id));
    expect(lists.map(({ name, size }) => `${name} ${size}`)).toEqual([
      "AS 0",
      "Communications Trial Leads 0",
      "Monitis High Value Trials 0",
      "MQL/SQL 0",
      "HubSpot Partner - Registered 0",
      "HubSpot Partner - Unavailable 0",
      "HubSpot Partner - Pending Registration 0",
      "HubSpot Partner - Invalid Data 3631",
      "HubSpot Partner - Expired 0",
    ]);
  });
});

describe("the people of the seed are there", () => {
  test("those of page 1a, newest first", async () => {
    const rows = await db
      .select({ name: contact.name, createdAt: contact.createdAt, email: contact.email })
      .from(contact)
      .where(eq(contact.portalId, brightfoldId))
      .orderBy(desc(contact.id))
      .limit(14);
    expect(rows.map(({ name, createdAt, email }) => `${name} ${dayIn("UTC", createdAt)} ${email}`)).toEqual([
      "bnault@hello.com 2014-05-05 bnault@hello.com",
      "Kimberly Dempsey 2014-05-02 kdempsey@hubspot.com",
      "Sam Kusnitz 2014-05-02 skusnitz@hubspot.com",
      "Kyle Beaudreault 2014-05-02 kbeaudreault@hubspot.com",
      "Michael Vegeto 2014-05-02 mvegeto@hubspot.com",
      "Anna Faber-Hammond 2014-05-02 afaberhammond@hubspot.com",
      "Anna Faber-Hammond 2014-05-02 annafh16@gmail.com",
      "Brian Balfour 2014-05-02 bbalfour@hubspot.com",
      "Zachary Reynolds 2014-05-02 zreynolds@hubspot.com",
      "Raynor Bugayong 2014-05-02 rbugayong@hubspot.com",
      "Logan Gillis 2014-05-02 lgillis@hubspot.com",
      "Jesse Moran 2014-05-02 jmoran@hubspot.com",
      "Graham O'Connor 2014-05-02 goconnor@hubspot.com",
      "Jason Azocar 2014-05-02 jazocar@hubspot.com",
    ]);
    const [kept] = await db.select().from(portal).where(eq(portal.hubId, brightfoldId));
    expect(noon - (kept?.lastContactAt ?? 0)).toBe(21 * 3_600_000);
  });

  test("and those of page 1b, whom nobody has asked for, alone under their name", async () => {
    const rows = await db
      .select()
      .from(contact)
      .where(and(eq(contact.portalId, brightfoldId), like(contact.search, "%jillian%")))
      .orderBy(desc(contact.id));
    expect(
      rows.map((each) => [each.name, dayIn("UTC", each.createdAt), each.lifecycleStage, each.email, each.status]),
    ).toEqual([
      ["Jillian Wohlfarth", "2013-06-12", "customer", "", ""],
      ["Jillian Day", "2012-12-06", "opportunity", "", ""],
      ["Jillian Berry", "2012-10-10", "opportunity", "", ""],
    ]);
    const berry = rows[2];
    expect(berry?.values).toMatchObject({ twitter_username: "jillzzy", follower_count: "103" });
    const history = await db
      .select()
      .from(propertyHistory)
      .where(eq(propertyHistory.contactId, berry?.id ?? 0));
    expect(history.map(({ at }) => dayIn("UTC", at))).toEqual(["2012-10-10", "2014-04-03"]);
  });
});

describe("everything came about as the engine makes it", () => {
  test("a status has its request, with what was seen", async () => {
    const receipts = await db.select().from(request).where(eq(request.state, "done"));
    const byReceipt = new Map(receipts.map((each) => [each.receipt, each]));
    for (const each of [...(await contactsOf(brightfoldId)), ...(await contactsOf(quaysideId))]) {
      const decidedBy = byReceipt.get(each.decidedBy ?? 0);
      expect(decidedBy?.contactId).toBe(each.status === "" ? undefined : each.id);
      expect(decidedBy?.findings ?? []).toHaveLength(each.status === "" ? 0 : 8);
    }
  });

  test("a registered contact stands on its own portal's registration, and twelve run out within 60 days", async () => {
    const registrations = await db.select().from(registration).where(eq(registration.state, "active"));
    const byId = new Map(registrations.map((each) => [each.id, each]));
    const registered = (await contactsOf(quaysideId)).filter(({ status }) => status === "REGISTERED");
    for (const { registrationId, domainKey: key, expires, portalId } of registered) {
      expect(byId.get(registrationId ?? 0)).toMatchObject({ key, expires, portalId });
    }
    const soon = daysAfter(dayIn("UTC", noon), 60);
    expect(registered.filter(({ expires }) => expires <= soon)).toHaveLength(12);
    expect(registered.filter(({ message }) => message.startsWith("Contact Updated Existing")).length).toBeGreaterThan(
      38,
    );
  });

  test("unavailable are those whom the vendor pursues or another partner has", async () => {
    const decisions = await db
      .select({ outcome: request.outcome })
      .from(contact)
      .innerJoin(request, eq(request.receipt, contact.decidedBy))
      .where(and(eq(contact.portalId, quaysideId), eq(contact.status, "UNAVAILABLE")));
    expect(decisions.filter(({ outcome }) => outcome === "pursued")).toHaveLength(81);
    expect(decisions.filter(({ outcome }) => outcome === "registered_by_another_partner")).toHaveLength(8);
  });

  test("the record goes forward in time", async () => {
    const events = await db.select({ at: event.at }).from(event).orderBy(asc(event.number));
    const instants = events.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted((one, other) => one - other));
  });
});

test("filled twice, nothing changes, and the clock stands where it stood", async () => {
  const before = await fingerprint();
  expect((await fillDemo()).signIns).toHaveLength(7);
  expect(await fingerprint()).toEqual(before);
  expect(now()).toBe(noon);
});

test("everyone of the demo can sign in", async () => {
  const { signIns } = await fillDemo();
  for (const { email, password } of signIns) {
    expect(await signIn({ email, password, address: "192.0.2.7" })).toMatchObject({ ok: true });
  }
});

async function keptSizes(portalId: number): Promise<Partial<Record<PartnerRule, number>>> {
  const lists = await db
    .select()
    .from(list)
    .where(and(eq(list.portalId, portalId), eq(list.kind, "smart")));
  return Object.fromEntries(lists.map(({ rule, size }) => [rule, size]));
}

function contactsOf(portalId: number) {
  return db.select().from(contact).where(eq(contact.portalId, portalId)).orderBy(asc(contact.id));
}

async function fingerprint(): Promise<string> {
  const tables = [contact, propertyHistory, request, registration, event, list, portal, account, setting];
  const rows = await Promise.all(tables.map((each) => db.select().from(each)));
  return hashOf(rows.map((ofTable) => ofTable.map((row) => JSON.stringify(row)).toSorted()));
}

function hashOf(what: unknown): string {
  return createHash("sha256").update(JSON.stringify(what)).digest("hex");
}
