import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { formDomain } from "#db/schema/forms.ts";
import { setting } from "#db/schema/portals.ts";
import { prospect } from "#db/schema/prospects.ts";
import { insertRows } from "#db/rows.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { idsAtDomain } from "#lib/contacts/queries/at-domain.ts";
import { aContact, aPortal, sync } from "#lib/fixtures.ts";
import { countVisit } from "#lib/forms/commands/count-visit.ts";
import { createForm } from "#lib/forms/commands/own-forms.ts";
import { newDesign } from "#lib/forms/form.ts";
import { gatherProspects, keepFresh } from "#lib/prospects/commands/gather.ts";
import { lookAt } from "#lib/prospects/commands/look-at.ts";
import { domainsSeen, gatheredAt } from "#lib/prospects/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { lookUp, lookupsADay } from "#lib/registration/commands/look-up.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { startPursuit } from "#lib/registration/commands/pursue.ts";

const noon = Date.parse("2014-05-06T12:00:00Z");
beforeEach(() => setClock(noon));
afterEach(() => setClock(undefined));

let domains = 0;
function aDomain(): string {
  domains += 1;
  return `prospect-${domains}.com`;
}

async function seenBy(actor: Actor) {
  await gatherProspects();
  return (await domainsSeen(actor, null)).rows;
}

async function register(actor: Actor, website: string) {
  const id = await aContact(actor, { website });
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  return id;
}

test("the domains of contacts that the portal has not registered, the last seen first", async () => {
  const [jillian, other] = [await aPortal("Jillian"), await aPortal("Other")];
  const [old, recent, won] = [aDomain(), aDomain(), aDomain()];
  await aContact(jillian, { website: `https://www.${old}/about` });
  await register(jillian, won);
  await aContact(jillian, { website: "no website" });
  setClock(noon + 1_000);
  for (const website of [recent, `shop.${recent}`]) await aContact(jillian, { website });
  await aContact(other, { website: old });

  expect(await seenBy(jillian)).toEqual([
    { key: recent, contacts: 2, visits: 0, lastSeenAt: noon + 1_000 },
    { key: old, contacts: 1, visits: 0, lastSeenAt: noon },
  ]);
  expect((await seenBy(other)).map(({ key }) => key)).toEqual([old]);
  expect(await idsAtDomain(other, recent)).toEqual([]);
  expect(await idsAtDomain(jillian, recent)).toHaveLength(2);
});

test("and those that visitors of a form came from, but for the portal's own website and mail that anybody has", async () => {
  const jillian = await aPortal();
  const { portalId } = jillian;
  const [domain, own] = [aDomain(), aDomain()];
  const made = await transaction((tx) => createForm(tx, jillian, { ...newDesign, name: "Contact us" }));
  if (!made.ok) throw new Error(made.no);
  const seen = { id: made.value.id, portalId, origins: [`https://www.${own}`] };
  for (const host of [`news.${domain}`, domain, own, "gmail.com", "", "127.0.0.1"])
    await transaction((tx) => countVisit(tx, seen, host));
  expect(await seenBy(jillian)).toEqual([{ key: domain, contacts: 0, visits: 2, lastSeenAt: noon }]);

  await aContact(jillian, { website: domain });
  expect(await seenBy(jillian)).toMatchObject([{ key: domain, contacts: 1, visits: 2 }]);
});

test("each with how it stands; what nobody can have costs no look-up, and neither does a second look", async () => {
  const [jillian, other] = [await aPortal("Jillian"), await aPortal("Other")];
  const manager = await aPortal("Vendor", "channel-manager");
  const [free, held, pursued] = [aDomain(), aDomain(), aDomain()];
  await register(other, held);
  await transaction((tx) => startPursuit(tx, manager, { website: pursued, account: "Acme", reason: "Named account." }));
  await sync();
  for (const website of [free, held, pursued, "gmail.com"]) await aContact(jillian, { website });

  const seen = await seenBy(jillian);
  const look = async () => {
    const looked = await transaction((tx) => lookAt(tx, jillian, seen));
    return Object.fromEntries(looked.map(({ key, standing }) => [key, standing]));
  };
  const standings = {
    [free]: "free",
    [held]: "another-partner",
    [pursued]: "pursued",
    "gmail.com": { notPursued: "free-mail" },
  };
  expect(await look()).toEqual(standings);
  const others = Array.from({ length: lookupsADay }, (_, at) => `spent-${at}.com`);
  const allowed = await transaction((tx) => lookUp(tx, jillian, others));
  expect(allowed.size).toBe(lookupsADay - 3);
  expect(await look()).toEqual(standings);

  const late = aDomain();
  await aContact(jillian, { website: late });
  const unseen = (await seenBy(jillian)).filter(({ key }) => key === late);
  expect(await transaction((tx) => lookAt(tx, jillian, unseen))).toMatchObject([{ standing: "not-shown" }]);
});

test("what is registered, or gone, is a prospect no more", async () => {
  const jillian = await aPortal();
  const [soon, gone] = [aDomain(), aDomain()];
  const [first, second] = [await aContact(jillian, { website: soon }), await aContact(jillian, { website: gone })];
  expect(await seenBy(jillian)).toHaveLength(2);
  await transaction((tx) => requestRegistration(tx, jillian, first));
  await transaction((tx) => deleteContact(tx, jillian, second));
  await sync();
  const before = (await domainsSeen(jillian, null)).rows.filter(({ key }) => key === soon);
  expect(await transaction((tx) => lookAt(tx, jillian, before))).toMatchObject([{ standing: "yours" }]);
  expect(await seenBy(jillian)).toEqual([]);
});

test("page after page shows each of them once", async () => {
  const jillian = await aPortal();
  const wanted = Array.from({ length: 60 }, aDomain);
  for (const [at, website] of wanted.entries()) {
    setClock(noon + Math.floor(at / 7));
    await aContact(jillian, { website });
  }
  await gatherProspects();
  const shown: string[] = [];
  for (let place = null; ;) {
    const { rows, more } = await domainsSeen(jillian, place);
    shown.push(...rows.map(({ key }) => key));
    const last = rows.at(-1);
    if (!more || last === undefined) break;
    place = last;
  }
  expect(shown.toSorted()).toEqual(wanted.toSorted());
});

test("they are looked through when somebody looks, once a quarter of an hour at most", async () => {
  const tomorrow = noon + 24 * 60 * 60_000;
  setClock(tomorrow);
  const jillian = await aPortal();
  const lookAfter = async (ms: number) => {
    setClock(tomorrow + ms);
    await keepFresh();
    await sync();
    return gatheredAt(db);
  };
  expect(await lookAfter(0)).toBe(tomorrow);
  await aContact(jillian, { website: aDomain() });
  expect(await lookAfter(15 * 60_000)).toBe(tomorrow);
  expect((await domainsSeen(jillian, null)).rows).toEqual([]);
  expect(await lookAfter(15 * 60_000 + 1)).toBe(tomorrow + 15 * 60_000 + 1);
  expect((await domainsSeen(jillian, null)).rows).toHaveLength(1);
});

function manyOf({ portalId }: Actor) {
  return Array.from({ length: 4_500 }, (_, at) => ({
    key: `many-${at}.com`,
    portalId,
    visits: 1,
    lastSeenAt: noon,
  }));
}

test("many are looked through in steps, and whoever is broken off goes on where it was", async () => {
  const [jillian, other] = [await aPortal("Jillian"), await aPortal("Other")];
  await transaction((tx) => insertRows(tx, formDomain, [...manyOf(jillian), ...manyOf(other)]));
  await transaction((tx) => tx.insert(setting).values({ name: "prospects-position", value: "many-2" }));
  const kept = async () => (await db.select().from(prospect).where(eq(prospect.portalId, jillian.portalId))).length;
  await gatherProspects();
  const [half, whole] = [await kept(), 4_500];
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(whole);
  await gatherProspects();
  expect(await kept()).toBe(whole);
});
