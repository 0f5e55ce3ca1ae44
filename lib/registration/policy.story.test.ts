import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { list } from "#db/schema/lists.ts";
import { event } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { aContact, aPortal, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { changePolicy } from "#lib/registration/commands/change-policy.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { requestRegistration, requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import type { PolicySettings } from "#lib/registration/policy.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { policyVersions } from "#lib/registration/queries/policies.ts";
import { simulatePolicy } from "#lib/registration/queries/simulation.ts";

let stories = 0;
let key = "";
// Every story is younger than the one before it: the record knows no way back.
let year = 0;
let manager: Actor;

beforeEach(async () => {
  stories += 1;
  key = `policy-${stories}.com`;
  year = 2010 + 4 * stories;
  on(`${year}-05-06`);
  manager = await aPortal("Vendor", "channel-manager");
});
afterEach(async () => {
  const first = (await policyVersions()).at(-1);
  if (first !== undefined) await change(first.settings);
  setClock(undefined);
});

function on(day: string) {
  setClock(Date.parse(`${day}T12:00:00Z`));
}

async function change(difference: Partial<PolicySettings>, reason = "A story") {
  const { version: expected, ...settings } = await policyInForce(db);
  return transaction((tx) => changePolicy(tx, manager, { expected, settings: { ...settings, ...difference }, reason }));
}

/** What another policy would have made of this story's domains. */
async function simulated(difference: Partial<PolicySettings>) {
  const { differences } = await simulatePolicy({ ...(await policyInForce(db)), ...difference });
  return differences.filter((each) => each.key.endsWith(key));
}

async function ask(actor: Actor, contactId: number) {
  return transaction((tx) => requestRegistration(tx, actor, contactId));
}

async function registered(actor: Actor, website = key) {
  const id = await aContact(actor, { website });
  await ask(actor, id);
  await sync();
  return theContact(id);
}

test("a change is a new version with who, when and why, in force at once, and stands in the record", async () => {
  const before = await policyInForce(db);
  const changed = await change({ termYears: 2 }, "Partners need longer");
  expect(changed).toEqual({ ok: true, value: { version: before.version + 1 } });
  const [newest, older] = await policyVersions();
  expect(newest).toMatchObject({ who: manager.name, reason: "Partners need longer", settings: { termYears: 2 } });
  expect(older).toMatchObject({ version: before.version, settings: { termYears: 1 } });
  expect(await registered(await aPortal())).toMatchObject({ expires: `${year + 2}-05-06` });

  const told = await db.select().from(event).where(eq(event.kind, "policy-changed"));
  expect(told.at(-1)).toMatchObject({
    who: manager.name,
    before: { version: before.version, termYears: 1 },
    after: { version: before.version + 1, termYears: 2, reason: "Partners need longer" },
  });
});

test("of two managers who saw the same version only the first one changes it", async () => {
  const { version: expected, ...settings } = await policyInForce(db);
  const [first, second] = await Promise.all(
    [2, 3].map((termYears) =>
      transaction((tx) =>
        changePolicy(tx, manager, { expected, settings: { ...settings, termYears }, reason: "Longer" }),
      ),
    ),
  );
  expect([first?.ok, second?.ok].filter(Boolean)).toHaveLength(1);
  expect([first, second]).toContainEqual({ ok: false, no: "overtaken" });
});

test("without a reason, or without a difference, nothing changes", async () => {
  const { version } = await policyInForce(db);
  expect(await change({ termYears: 2 }, " ")).toEqual({ ok: false, no: "reason-missing" });
  expect(await change({})).toEqual({ ok: false, no: "unchanged" });
  expect(await policyInForce(db)).toMatchObject({ version });
});

test("the vendor's name stands in the messages, and in the lists of every portal", async () => {
  const [jillian, id] = [await aPortal(), await aPortal("Other")];
  await change({ vendor: "Zendesk" });
  expect(await registered(jillian)).toMatchObject({
    message: `Contact Registered: This Contact was registered with Zendesk on ${year}-05-06`,
  });
  const later = await aPortal("Later");
  for (const { portalId } of [id, later]) {
    const lists = await db.select({ name: list.name }).from(list).where(eq(list.portalId, portalId));
    expect(lists.map(({ name }) => name)).toContain("Zendesk Partner - Registered");
  }
});

test("a portal's own capacity stands in the place of the one for all (A2)", async () => {
  const [small, large] = [await aPortal("Small"), await aPortal("Large")];
  await change({ capacity: 1, capacities: { [large.portalId]: 2 } });
  for (const [actor, room] of [
    [small, 1],
    [large, 2],
  ] as const) {
    const ids = await Promise.all(
      ["a", "b", "c"].map((sub) => aContact(actor, { website: `${sub}${actor.portalId}-${key}` })),
    );
    const { receipts, limits } = await transaction((tx) => requestRegistrations(tx, actor, { contactIds: ids }));
    expect([receipts.size, limits.size]).toEqual([room, 3 - room]);
    // What waits takes its room as well.
    const [next] = [...limits.keys()];
    expect(await ask(actor, next ?? 0)).toEqual({ ok: false, no: "capacity-reached" });
  }
  await sync();
});

test("a longer term: the first would have kept the domain, the second would not have had it", async () => {
  const [first, second] = [await aPortal("First"), await aPortal("Second")];
  await registered(first);
  on(`${year + 1}-06-01`);
  await sweepLapsed();
  await registered(second);

  expect(await simulated({})).toEqual([]);
  const two = await simulated({ termYears: 2 });
  expect(two).toEqual([
    {
      key,
      portalId: first.portalId,
      change: "dates",
      really: [{ portalId: first.portalId, from: `${year}-05-06`, until: `${year + 1}-05-06` }],
      would: [{ portalId: first.portalId, from: `${year}-05-06`, until: `${year + 2}-05-06` }],
    },
    {
      key,
      portalId: second.portalId,
      change: "lost",
      really: [{ portalId: second.portalId, from: `${year + 1}-06-01`, until: `${year + 2}-06-01` }],
      would: [],
    },
  ]);
  expect(await simulated({ termYears: 2 })).toEqual(two);
});

test("without renewals somebody else would have gained the domain", async () => {
  const [first, second] = [await aPortal("First"), await aPortal("Second")];
  const held = await registered(first);
  on(`${year + 1}-03-01`);
  await ask(first, held.id);
  await sync();
  on(`${year + 1}-06-01`);
  await sweepLapsed();
  await registered(second);

  expect(await simulated({ renew: "never" })).toMatchObject([
    {
      portalId: first.portalId,
      change: "dates",
      would: [{ until: `${year + 1}-05-06` }],
      really: [{ until: `${year + 2}-03-01` }],
    },
    { portalId: second.portalId, change: "gained", really: [], would: [{ from: `${year + 1}-06-01` }] },
  ]);
});

test("with a capacity the later domains would not have been asked for", async () => {
  const jillian = await aPortal();
  await registered(jillian, `a-${key}`);
  await registered(jillian, `b-${key}`);
  expect(await simulated({ capacities: { [jillian.portalId]: 1 } })).toMatchObject([
    { key: `b-${key}`, portalId: jillian.portalId, change: "lost" },
  ]);
});

test("a pursuit that was refused would have begun, where the holder would have lost the domain before", async () => {
  const jillian = await aPortal();
  await change({ termYears: 2 });
  await registered(jillian);
  on(`${year + 1}-06-01`);
  const pursuit = { website: key, account: "Acme", reason: "Wanted" };
  expect(await transaction((tx) => startPursuit(tx, manager, pursuit))).toMatchObject({ no: "held" });
  expect(await simulated({ termYears: 1 })).toMatchObject([
    { portalId: null, change: "gained", would: [{ portalId: null, from: `${year + 1}-06-01`, until: "" }] },
    { portalId: jillian.portalId, change: "dates" },
  ]);
});

test("a pursuit and its end are told as they were", async () => {
  const pursuit = { website: key, account: "Acme", reason: "Wanted" };
  await transaction((tx) => startPursuit(tx, manager, pursuit));
  await sync();
  await transaction((tx) => endPursuit(tx, manager, { key, reason: "Lost interest" }));
  await registered(await aPortal());
  expect(await simulated({})).toEqual([]);
});
