import { and, eq, inArray } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { registration, sharedLook } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { aContact, aPortal, requestsOf, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { lookUp, lookupsADay } from "#lib/registration/commands/look-up.ts";
import { lookedUp, preflight } from "#lib/registration/commands/preflight.ts";
import { startPursuit } from "#lib/registration/commands/pursue.ts";
import { rekey } from "#lib/registration/commands/rekey.ts";
import { releaseRegistrations } from "#lib/registration/commands/release.ts";
import { requestRegistration, requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { Findings } from "#lib/registration/rules.ts";
import { beginLooks, fillLooks } from "#lib/sales/commands/looks.ts";
import { lookOf } from "#lib/sales/look.ts";
import { domainsPage } from "#lib/sales/queries/domains-page.ts";
import { lookAlikesOf } from "#lib/sales/queries/look-alikes.ts";

let names = 0;
/** A name of this test's own, with an `m` in it that `rn` can be mistaken for. */
let name = "";

beforeEach(() => {
  names += 1;
  name = `modern-${"abcdefghjk".charAt(names)}`;
  setClock(Date.parse("2014-05-06T12:00:00Z"));
});
afterEach(() => setClock(undefined));

async function registered(actor: Actor, website: string) {
  const id = await aContact(actor, { website });
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  return id;
}

async function look(actor: Actor, key: string) {
  return transaction((tx) => lookedUp(tx, actor, key));
}

async function release(actor: Actor, key: string) {
  await transaction((tx) => releaseRegistrations(tx, actor, { keys: [key], reason: "" }));
}

/** What was kept with the decision of the contact's newest request. */
async function keptWith(contactId: number) {
  const decided = (await requestsOf(contactId)).at(-1);
  return Findings.parse(decided?.findings ?? []).find(({ rule }) => rule === "R7");
}

test("a domain that looks like another partner's is a warning, and never names it", async () => {
  const [jillian, other] = [await aPortal("Jillian"), await aPortal("Other")];
  await registered(other, `${name}.com`);
  const values = { firstname: "Jillian", lastname: "Berry", email: "jillian@acme.com", company: "Acme" };
  const ahead = (website: string, more = {}) =>
    transaction((tx) => preflight(tx, jillian, { values: { ...values, website, ...more }, conversions: 0 }));

  const warned = await ahead(`https://${name.replace("m", "rn")}.com/about`);
  expect(warned).toMatchObject({ availability: "free", alike: "" });
  expect(JSON.stringify(warned)).not.toContain(`${name}.com`);
  expect(await ahead(`https://${name}s.com`)).toMatchObject({ alike: null });
  expect(await ahead(`https://${name}.de`)).toMatchObject({ alike: null });
  // Itself is not its own look-alike.
  expect(await ahead(`https://${name}.com`)).toMatchObject({ availability: "another-partner", alike: null });
  // Nothing of the sales database is told before every rule passes.
  expect(await ahead(`${name.replace("m", "rn")}.com`, { company: "" })).toMatchObject({ alike: null });
});

test("what the portal holds itself, or held, is named", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  await registered(jillian, `${name}.com`);
  await registered(other, `${name.replace("-", "")}.com`);
  const twin = `${name.replace("m", "rn")}.com`;
  expect(await look(jillian, twin)).toMatchObject({ alike: `${name}.com` });

  await release(jillian, `${name}.com`);
  expect(await look(jillian, twin)).toMatchObject({ alike: `${name}.com` });
  // To others it is gone, and theirs is not told to them either.
  expect(await look(await aPortal(), twin)).toMatchObject({ alike: "" });
  expect(await look(other, twin)).toMatchObject({ alike: `${name.replace("-", "")}.com` });
});

test("a look-alike costs the look-up that its availability costs, and is told only with it", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  await registered(other, `${name}.com`);
  await registered(jillian, `${name.replace("m", "rn")}.com`);
  // Its own domain costs nothing, so it tells nothing of others.
  expect(await look(jillian, `${name.replace("m", "rn")}.com`)).toMatchObject({ availability: "yours", alike: null });

  const spent = Array.from({ length: lookupsADay }, (_, at) => `spent-${names}-${at}.com`);
  await transaction((tx) => lookUp(tx, jillian, spent));
  const later = await look(jillian, `${name.replace("-", "")}.com`);
  expect(later).toEqual({ availability: "not-shown", alike: null });
});

test("a look-alike is registered all the same, with the warning as of the decision", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  const manager = await aPortal("Vendor", "channel-manager");
  await transaction((tx) => startPursuit(tx, manager, { website: `${name}.com`, account: "Modern", reason: "Named" }));
  await sync();
  const id = await registered(jillian, `${name.replace("m", "rn")}.com`);
  expect(await theContact(id)).toMatchObject({ status: "REGISTERED" });
  expect(await keptWith(id)).toMatchObject({ rule: "R7", result: "passed", alike: "" });

  const plain = await registered(other, `${name}-and-sons.com`);
  expect(await keptWith(plain)).not.toHaveProperty("alike");
  const lacking = await aContact(other, { website: `${name.replace("-", "")}.com`, company: "" });
  await transaction((tx) => requestRegistration(tx, other, lacking));
  await sync();
  expect(await theContact(lacking)).toMatchObject({ status: "INVALID_DATA" });
  expect(await keptWith(lacking)).not.toHaveProperty("alike");

  await release(jillian, `${name.replace("m", "rn")}.com`);
  expect(await keptWith(id)).toMatchObject({ alike: "" });
});

test("of two look-alikes that are asked for together, the second is warned of the first", async () => {
  const jillian = await aPortal();
  const first = await aContact(jillian, { website: `${name}.com` });
  const second = await aContact(jillian, { website: `${name.replace("-", "")}.com` });
  await transaction((tx) => requestRegistrations(tx, jillian, { contactIds: [first, second] }));
  await sync();
  expect(await keptWith(first)).not.toHaveProperty("alike");
  expect(await keptWith(second)).toMatchObject({ alike: `${name}.com` });
});

test("the vendor sees all look-alikes of a domain by name, with who holds them", async () => {
  const [jillian, other] = [await aPortal("Jillian"), await aPortal("Other")];
  await registered(jillian, `${name}.com`);
  await registered(other, `${name.replace("m", "rn")}.com`);
  await registered(other, `${name.replace("-", "")}.com`);
  const found = await lookAlikesOf(`${name}.com`);
  expect(found.map(({ key, holder }) => `${key} ${holder?.portalName}`).toSorted()).toEqual([
    `${name.replace("-", "")}.com Other`,
    `${name.replace("m", "rn")}.com Other`,
  ]);
});

/** All keys of the list, page by page onwards, and again from its end backwards. */
async function listed(size: number): Promise<{ onwards: string[]; backwards: string[] }> {
  const asked = { prefix: "", filter: "look-alikes", size } as const;
  const onwards: string[] = [];
  let page = await domainsPage({ ...asked, place: null });
  onwards.push(...page.rows.map(({ key }) => key));
  while (page.next !== null) {
    page = await domainsPage({ ...asked, place: { key: page.next, towards: "next" } });
    onwards.push(...page.rows.map(({ key }) => key));
  }
  const backwards = page.rows.map(({ key }) => key);
  while (page.previous !== null) {
    page = await domainsPage({ ...asked, place: { key: page.previous, towards: "previous" } });
    backwards.unshift(...page.rows.map(({ key }) => key));
  }
  return { onwards, backwards };
}

test("all look-alikes are listed beside each other, page by page, until they part", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  const twins = [`${name}.com`, `${name.replace("m", "rn")}.com`, `${name.replace("-", "")}.com`];
  await registered(jillian, `${name}-alone.com`);
  for (const [at, key] of twins.entries()) await registered(at === 0 ? jillian : other, key);

  for (const size of [1, 2, 100]) {
    const { onwards, backwards } = await listed(size);
    expect(onwards).toEqual(backwards);
    expect(onwards).not.toContain(`${name}-alone.com`);
    const at = onwards.indexOf(twins.toSorted()[0] ?? "");
    expect(onwards.slice(at, at + twins.length)).toEqual(twins.toSorted());
    expect(new Set(onwards).size).toBe(onwards.length);
  }
  const begins = await domainsPage({ prefix: "rnodern", filter: "look-alikes", place: null, size: 100 });
  expect(begins.rows.every(({ key }) => key.startsWith("rnodern"))).toBe(true);
  expect(begins.rows.map(({ key }) => key)).toContain(`${name.replace("m", "rn")}.com`);

  for (const key of twins.slice(1)) await release(other, key);
  for (const key of twins) expect((await listed(100)).onwards).not.toContain(key);
});

test("registrations from before get their look some at a time, by two at once, and twice changes nothing", async () => {
  const keys = Array.from({ length: 2_600 }, (_, at) => `before-${names}x${at}x${at % 2 === 0 ? "m" : "n"}.com`);
  const [first = "", second = ""] = keys;
  const twins = [first.replace("m.", "rn."), first.replace("-", "")];
  await transaction(async (tx) => {
    const ids = await newIds(tx, keys.length + twins.length);
    const plain = {
      portalId: null,
      fromOn: "2014-01-01",
      expires: "",
      endedAt: null,
      account: "",
      reason: "",
      look: "",
    };
    const rows = [...keys, ...twins].map((key, at) => ({ ...plain, id: ids[at] ?? 0, key, lockedUntil: "" }));
    await insertRows(
      tx,
      registration,
      rows.map((row) => ({ ...row, state: "active" as const })),
    );
  });
  const looks = async () =>
    db
      .select({ key: registration.key, look: registration.look })
      .from(registration)
      .where(inArray(registration.key, [first, second, ...twins]));
  expect((await looks()).every((row) => row.look === "")).toBe(true);

  // As the program begins, while somebody else already does it.
  await transaction(beginLooks);
  await Promise.all([sync(), fillLooks(), fillLooks()]);
  expect((await looks()).every((row) => row.look === lookOf(row.key))).toBe(true);
  const left = await db.select({ id: registration.id }).from(registration).where(eq(registration.look, ""));
  expect(left).toEqual([]);
  const { onwards } = await listed(100);
  expect(onwards).toEqual(expect.arrayContaining([first, ...twins]));
  expect(onwards).not.toContain(second);

  const before = await db.select().from(registration);
  await fillLooks();
  expect(await db.select().from(registration)).toEqual(before);
  expect(
    await db
      .select()
      .from(sharedLook)
      .where(eq(sharedLook.look, lookOf(first))),
  ).toHaveLength(1);
});

test("a registration that moves to another key takes the look of that key", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  await registered(other, `${name.replace("m", "rn")}.com`);
  await registered(jillian, `${name}.com`);
  // As an older suffix list would have read it.
  const older = `shop.${name}.com`;
  const isIt = and(eq(registration.key, `${name}.com`), eq(registration.state, "active"));
  await transaction((tx) =>
    tx
      .update(registration)
      .set({ key: older, look: lookOf(older) })
      .where(isIt),
  );
  expect(await lookAlikesOf(`${name.replace("m", "rn")}.com`)).toEqual([]);

  await rekey("Chidi", "Suffix list of 2026");
  expect((await lookAlikesOf(`${name.replace("m", "rn")}.com`)).map(({ key }) => key)).toEqual([`${name}.com`]);
  expect((await listed(100)).onwards).toContain(`${name}.com`);
});
