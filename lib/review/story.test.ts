import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { aContact, aConversion, aPortal, requestsOf, sizes, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { readReviewAddress } from "#lib/review/address.ts";
import { judge } from "#lib/review/commands/judge.ts";
import { mendingsOf } from "#lib/review/queries/mendings.ts";
import { leftOf, reviewQueue } from "#lib/review/queries/queue.ts";
import type { ReviewRecord } from "#lib/review/record.ts";
import type { Verdict } from "#lib/review/verdict.ts";

const hourMs = 3_600_000;
const noon = Date.parse("2014-05-06T12:00:00Z");
let domains = 0;
let key = "";

beforeEach(() => {
  domains += 1;
  key = `acme-${domains}.com`;
  setClock(noon);
});
afterEach(() => setClock(undefined));

/** A contact that was asked for by hand, and lacks something. */
async function anInvalidContact(actor: Actor, given: Record<string, string>): Promise<number> {
  const id = await aContact(actor, { email: `jillian.berry@${key}`, website: key, ...given });
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  return id;
}

const queue = async (actor: Actor, parameters: Record<string, string> = {}) =>
  reviewQueue(
    actor,
    readReviewAddress((name) => parameters[name]),
  );

async function recordOf(actor: Actor, id: number): Promise<ReviewRecord> {
  const { records } = await queue(actor);
  const found = records.find((each) => each.id === id);
  if (found === undefined) throw new Error(`contact ${id} is not in the queue`);
  return found;
}

const judged = (actor: Actor, verdict: Verdict) => transaction((tx) => judge(tx, actor, verdict));

/** What A does: what is suggested, as it stands in the fields. */
async function accept(actor: Actor, id: number) {
  return judged(actor, { verb: "mend", contacts: [suggested(await recordOf(actor, id))] });
}

function suggested({ id, version, mends }: ReviewRecord) {
  const values = Object.fromEntries(mends.map(({ property, suggestion }) => [property, suggestion?.value ?? ""]));
  return { id, version, values };
}

async function type(actor: Actor, id: number, values: Record<string, string>) {
  const { version } = await recordOf(actor, id);
  return judged(actor, { verb: "mend", contacts: [{ id, version, values }] });
}

const left = async (actor: Actor) => (await leftOf(actor)).count;
const pause = (actor: Actor, paused: boolean) =>
  transaction((tx) => pauseSync(tx, actor, { portalId: actor.portalId, paused }));

async function historyOf(id: number) {
  const lines = await db.select().from(propertyHistory).where(eq(propertyHistory.contactId, id));
  return lines
    .toSorted((one, other) => one.id - other.id)
    .flatMap(({ who, changes }) => changes.map((each) => [who, ...each]));
}

describe("what waits for a verdict", () => {
  test("contacts in Invalid Data, the easiest first, with a count for each reason of page 5", async () => {
    const jillian = await aPortal();
    const nameless = await anInvalidContact(jillian, { firstname: "", lastname: "Stroman" });
    const homeless = await anInvalidContact(jillian, { website: "n/a", email: `a.b@${key}`, company: "" });
    const mistyped = await anInvalidContact(jillian, { website: `htp://${key}`, email: `c.d@${key}` });
    await aContact(jillian, { email: `complete@${key}`, website: key });

    const { records, left: counted, next } = await queue(jillian);
    expect(records.map(({ id }) => id)).toEqual([mistyped, nameless, homeless]);
    expect(counted).toMatchObject({ count: 3, exact: true });
    expect(Object.fromEntries(counted.byReason.map(({ rule, count }) => [rule, count]))).toMatchObject({
      R1: 1,
      R3: 0,
      R5: 1,
      R6: 0,
      R7: 2,
    });
    expect(next).toBeNull();
    expect((await queue(jillian, { reason: "R5" })).records.map(({ id }) => id)).toEqual([homeless]);
    expect((await queue(jillian, { after: `R7.${mistyped}` })).records.map(({ id }) => id)).toEqual([
      nameless,
      homeless,
    ]);
  });

  test("another portal sees nothing of it, and cannot judge it", async () => {
    const [jillian, other] = [await aPortal(), await aPortal("Other")];
    const id = await anInvalidContact(jillian, { website: `htp://${key}` });
    expect(await left(other)).toBe(0);
    const record = await recordOf(jillian, id);
    const mended = await judged(other, { verb: "mend", contacts: [suggested(record)] });
    expect(mended).toMatchObject({ done: [], refused: [{ id }] });
    expect((await judged(other, { verb: "dismiss", contactId: id, reason: "gone" })).done).toEqual([]);
    expect(await theContact(id)).toMatchObject({ version: record.version });
    expect(await left(jillian)).toBe(1);
  });

  test("whoever was mended on the contact's own page waits for the sync, not for a verdict", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { company: "" });
    await pause(jillian, true);
    await transaction((tx) => saveProperties(tx, jillian, { contactId: id, values: { company: "Acme" } }));
    await sync();
    expect(await sizes(jillian)).toMatchObject({ "invalid-data": 1, pending: 1 });
    expect(await left(jillian)).toBe(0);
  });
});

describe("accepting", () => {
  test("what is suggested is saved, asked for by hand where no form was sent, and registered", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { website: `www.acme-${domains},com` });
    const { mends, byHand } = await recordOf(jillian, id);
    expect(mends).toMatchObject([{ label: "Website", saw: `www.acme-${domains},com`, suggestion: { value: key } }]);
    expect(byHand).toBe(true);

    expect(await accept(jillian, id)).toMatchObject({ done: [id], refused: [] });
    expect(await left(jillian)).toBe(0);
    expect(await requestsOf(id)).toMatchObject([{ state: "done" }, { kind: "manual", state: "open" }]);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED", domainKey: key });
  });

  test("after a conversion the request comes by itself", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, {
      email: `tobin.stroman@${key}`,
      firstname: "Tobin",
      lastname: "",
      website: key,
    });
    await aConversion(jillian, `tobin.stroman@${key}`);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA", failed: "R2" });
    await accept(jillian, id);
    await sync();
    expect((await requestsOf(id)).at(-1)).toMatchObject({ kind: "automatic", outcome: "registered" });
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED", name: "Tobin Stroman" });
  });

  test("without a conversion event and nothing else, accepting is to request by hand", async () => {
    const jillian = await aPortal();
    const id = await aContact(jillian, { email: `j.b@${key}`, website: key });
    await transaction((tx) => tx.update(contact).set({ trigger: "created" }).where(eq(contact.id, id)));
    await transaction((tx) => saveProperties(tx, jillian, { contactId: id, values: { city: "Cork" } }));
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA", failed: "R6" });
    expect(await recordOf(jillian, id)).toMatchObject({ mends: [], byHand: true });
    await accept(jillian, id);
    await sync();
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED" });
  });

  test("a verdict on a contact that has changed since, or that leaves something missing, saves nothing", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { website: "n/a", company: "" });
    const { version } = await recordOf(jillian, id);
    const half = await type(jillian, id, { website: key, company: " " });
    expect(half.refused).toMatchObject([{ message: expect.stringContaining("Still to mend: Company") }]);
    const old = await judged(jillian, {
      verb: "mend",
      contacts: [{ id, version: version - 1, values: { website: key } }],
    });
    expect(old.refused).toMatchObject([{ message: expect.stringContaining("has changed since") }]);
    expect(await theContact(id)).toMatchObject({ version, domainKey: "" });
    expect(await mendingsOf(jillian)).toEqual([]);
  });

  test("a whole domain at once: everyone for whom all is suggested, and it says how many", async () => {
    const jillian = await aPortal();
    const complete = { website: key, company: "Acme" };
    await aContact(jillian, { ...complete, email: `one@${key}` });
    const nobody = await anInvalidContact(jillian, { ...complete, email: "" });
    const blank = await anInvalidContact(jillian, { website: "", company: "Acme", email: `two@${key}` });
    const unnamed = await anInvalidContact(jillian, { website: key, company: "", email: `three@${key}` });
    const elsewhere = await anInvalidContact(jillian, { website: `htp://other-${key}`, email: `four@other-${key}` });

    const record = await recordOf(jillian, blank);
    expect(record.mates).toMatchObject([{ id: unnamed, values: { company: "Acme" }, fills: [] }]);
    expect(record.neighbours).toHaveLength(3);
    const contacts = [suggested(record), ...record.mates.map(({ id, version, values }) => ({ id, version, values }))];
    expect((await judged(jillian, { verb: "mend", contacts })).done).toEqual([blank, unnamed]);
    expect((await queue(jillian)).records.map(({ id }) => id)).toEqual([elsewhere, nobody]);
    await sync();
    expect(await sizes(jillian)).toMatchObject({ registered: 2, "invalid-data": 2 });
  });
});

test("what is typed for one contact is there for those of its domain that lack the same", async () => {
  const jillian = await aPortal();
  const one = await anInvalidContact(jillian, { company: "", email: `one@${key}` });
  const two = await anInvalidContact(jillian, { company: "", email: `two@${key}` });
  const nameless = await anInvalidContact(jillian, { company: "", lastname: "", email: `three@${key}` });
  const { mates } = await recordOf(jillian, one);
  expect(mates).toMatchObject([{ id: two, values: {}, fills: ["company"] }]);
  expect((await recordOf(jillian, nameless)).mates.map(({ id }) => id)).toEqual([one, two]);
});

describe("dismissing", () => {
  test("a contact is put aside with a reason, stays in the list, and comes back when it is decided anew", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { email: "" });
    expect((await judged(jillian, { verb: "dismiss", contactId: id, reason: "not-known" })).done).toEqual([id]);
    expect(await left(jillian)).toBe(0);
    expect(await sizes(jillian)).toMatchObject({ "invalid-data": 1 });
    await transaction((tx) => requestRegistration(tx, jillian, id));
    await sync();
    expect(await left(jillian)).toBe(1);
  });

  test("and can be taken back", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { email: "" });
    const { mending } = await judged(jillian, { verb: "dismiss", contactId: id, reason: "gone" });
    expect((await judged(jillian, { verb: "undo", mendings: [mending ?? 0] })).done).toEqual([id]);
    expect(await left(jillian)).toBe(1);
    expect(await theContact(id)).toMatchObject({ status: "INVALID_DATA", openRequest: null });
  });
});

describe("undoing within 24 hours", () => {
  test("before the next sync, everything stands as it stood, and the history has both entries", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, {
      website: `htp://${key}`,
      lastname: "",
      email: `jillian.berry@${key}`,
    });
    await pause(jillian, true);
    const before = await theContact(id);
    await accept(jillian, id);
    await sync();
    expect(await sizes(jillian)).toMatchObject({ "invalid-data": 0, pending: 1 });

    const [newest] = await mendingsOf(jillian);
    expect(newest?.names).toEqual({ [id]: "Jillian Berry" });
    await judged(jillian, { verb: "undo", mendings: [newest?.id ?? 0] });
    await sync();
    const { version, ...after } = await theContact(id);
    expect({ ...after, version: before.version }).toEqual(before);
    expect(version).toBeGreaterThan(before.version);
    expect(await sizes(jillian)).toMatchObject({ "invalid-data": 1, pending: 0 });
    expect((await leftOf(jillian)).byReason.find(({ rule }) => rule === "R7")?.count).toBe(1);
    const websites = (await historyOf(id)).filter(([, property]) => property === "website");
    expect(websites.slice(1)).toEqual([
      [jillian.name, "website", `htp://${key}`, key],
      [jillian.name, "website", key, `htp://${key}`],
    ]);
    expect(await mendingsOf(jillian)).toEqual([]);
  });

  test("after a new decision the old value comes back, and what was registered stays with the portal", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { company: "", email: `one@${key}` });
    const { mending } = await type(jillian, id, { company: "Acme" });
    await sync();
    expect((await judged(jillian, { verb: "undo", mendings: [mending ?? 0] })).done).toEqual([id]);
    await sync();
    expect(await theContact(id)).toMatchObject({ company: "", status: "REGISTERED" });
  });

  test("a website that registered the contact is not taken away from under it", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { website: `htp://${key}` });
    const { mending } = await accept(jillian, id);
    await sync();
    const undone = await judged(jillian, { verb: "undo", mendings: [mending ?? 0] });
    expect(undone.refused).toMatchObject([{ message: expect.stringContaining("registered by now") }]);
    expect(await theContact(id)).toMatchObject({ status: "REGISTERED", domainKey: key });
  });

  test("a value that somebody has changed since is left alone, and said so", async () => {
    const jillian = await aPortal();
    const id = await anInvalidContact(jillian, { company: "" });
    const { mending } = await type(jillian, id, { company: "Acme" });
    await transaction((tx) => saveProperties(tx, jillian, { contactId: id, values: { company: "Acme Inc." } }));
    const undone = await judged(jillian, { verb: "undo", mendings: [mending ?? 0] });
    expect(undone).toMatchObject({ done: [], refused: [{ message: expect.stringContaining("has changed since") }] });
    expect(await theContact(id)).toMatchObject({ company: "Acme Inc." });
  });

  test("after 24 hours, twice, or from another portal: no", async () => {
    const [jillian, other] = [await aPortal(), await aPortal("Other")];
    const id = await anInvalidContact(jillian, { company: "" });
    const { mending } = await type(jillian, id, { company: "Acme" });
    const undo: Verdict = { verb: "undo", mendings: [mending ?? 0] };
    expect(await judged(other, undo)).toMatchObject({ done: [], refused: [] });
    setClock(noon + 25 * hourMs);
    expect(await mendingsOf(jillian)).toEqual([]);
    expect((await judged(jillian, undo)).refused).toMatchObject([{ message: expect.stringContaining("24 hours") }]);
    setClock(noon + hourMs);
    expect((await judged(jillian, undo)).done).toEqual([id]);
    expect((await judged(jillian, undo)).refused).toMatchObject([{ message: "This was undone already." }]);
  });

  test("everything at once", async () => {
    const jillian = await aPortal();
    const ids = [
      await anInvalidContact(jillian, { website: `htp://${key}`, email: `one@${key}` }),
      await anInvalidContact(jillian, { website: `https//${key}`, email: `two@${key}` }),
    ];
    await pause(jillian, true);
    for (const id of ids) await accept(jillian, id);
    const mendings = (await mendingsOf(jillian)).map(({ id }) => id);
    expect(await judged(jillian, { verb: "undo", mendings })).toMatchObject({ done: ids.toReversed(), refused: [] });
    expect(await left(jillian)).toBe(2);
  });
});
