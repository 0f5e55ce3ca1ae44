import { spawnSync } from "node:child_process";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { counter, setting } from "#db/schema/portals.ts";
import { event } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { aContact, aPortal, sync } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { canonical } from "#lib/sales/chain.ts";
import { excludeDomain, readmitDomain } from "#lib/sales/commands/not-pursued.ts";
import { verifyLog } from "#lib/sales/queries/verify-log.ts";

type Kept = typeof event.$inferSelect;

let vendor: Actor;
let kept: Kept[] = [];
let chain = "";

beforeAll(async () => {
  setClock(Date.parse("2014-05-06T12:00:00Z"));
  vendor = await aPortal("Vendor", "channel-manager");
  const partners = [await aPortal("First"), await aPortal("Second")];
  for (const key of ["one.com", "two.com", "three.com"]) {
    for (const actor of partners) {
      const id = await aContact(actor, { website: key, email: `x@${key}`, company: 'Zoë \u{1f600} "quoted"' });
      await transaction((tx) => requestRegistrations(tx, actor, { contactIds: [id] }));
    }
  }
  await sync();
  await transaction((tx) => excludeDomain(tx, vendor, { website: "one.com", why: "competitor", reason: "ü\n€" }));
  kept = await db.select().from(event).orderBy(event.number);
  const [row] = await db.select().from(setting).where(eq(setting.name, "chain"));
  chain = row?.value ?? "";
});
afterAll(() => setClock(undefined));

/** The log as it was written, whatever the test before did to it. */
beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.delete(event);
    await tx.insert(event).values(kept);
    await tx.update(counter).set({ value: kept.length }).where(eq(counter.name, "registry"));
    await tx.update(setting).set({ value: chain }).where(eq(setting.name, "chain"));
  });
});

function change(number: number, row: Partial<Kept>) {
  return transaction(async (tx) => void (await tx.update(event).set(row).where(eq(event.number, number))));
}

function remove(...numbers: number[]) {
  return transaction(async (tx) => {
    for (const number of numbers) await tx.delete(event).where(eq(event.number, number));
  });
}

test("a log that nobody touched is whole, and its head is the last link", async () => {
  expect(kept.length).toBe(13);
  expect(kept.every(({ link }) => /^[\w-]{43}$/.test(link))).toBe(true);
  expect(await verifyLog()).toEqual({
    ok: true,
    events: 13,
    unchained: 0,
    head: { number: 13, link: kept.at(-1)?.link },
  });
});

const fields: Partial<Kept>[] = [
  { at: 1 },
  { kind: "released" },
  { portalId: 7 },
  { portalId: null },
  { contactId: 7 },
  { key: "two.org" },
  { who: "Somebody else" },
  { before: { status: "REGISTERED" } },
  { after: { receipt: 1, outcome: "registered" } },
  { link: "" },
];

test.each(fields)("a changed row is named: %o", async (field) => {
  await change(8, field);
  expect(await verifyLog()).toEqual({ ok: false, number: 8, why: "changed" });
});

test("a missing row is named", async () => {
  await remove(5);
  expect(await verifyLog()).toEqual({ ok: false, number: 5, why: "missing" });
});

test("rows closed up over a missing one are found at the first that moved", async () => {
  await remove(5);
  for (const { number, ...row } of kept.slice(5)) {
    await remove(number);
    await transaction(async (tx) => void (await tx.insert(event).values({ ...row, number: number - 1 })));
  }
  await transaction(
    async (tx) => void (await tx.update(counter).set({ value: 12 }).where(eq(counter.name, "registry"))),
  );
  expect(await verifyLog()).toEqual({ ok: false, number: 5, why: "changed" });
});

test("two rows that changed places are found at the first", async () => {
  const [third, ninth] = [kept[2], kept[8]];
  await remove(3, 9);
  const rows = [third, ninth].flatMap((row) =>
    row === undefined ? [] : [{ ...row, number: row.number === 3 ? 9 : 3 }],
  );
  await transaction(async (tx) => void (await tx.insert(event).values(rows)));
  expect(await verifyLog()).toEqual({ ok: false, number: 3, why: "changed" });
});

test("a log that was cut off at its end is found by the counter", async () => {
  await remove(13, 12);
  expect(await verifyLog()).toEqual({ ok: false, number: 12, why: "missing" });
});

test("a row that was added behind the counter is found", async () => {
  const last = kept.at(-1);
  if (last !== undefined)
    await transaction(async (tx) => void (await tx.insert(event).values({ ...last, number: 14 })));
  expect(await verifyLog()).toEqual({ ok: false, number: 14, why: "never-given-out" });
});

test("what is written afterwards goes on with the chain, in one transaction as in many", async () => {
  await transaction(async (tx) => {
    await excludeDomain(tx, vendor, { website: "new.com", why: "reserved", reason: "A" });
    await readmitDomain(tx, vendor, { key: "new.com", reason: "B" });
  });
  await expect(
    transaction(async (tx) => {
      await excludeDomain(tx, vendor, { website: "new.com", why: "reserved", reason: "A" });
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  await transaction((tx) => excludeDomain(tx, vendor, { website: "new.com", why: "reserved", reason: "C" }));
  expect(await verifyLog()).toMatchObject({ ok: true, events: 16 });
});

test("events older than the chain are counted, and the chain begins behind them", async () => {
  await transaction(async (tx) => {
    await tx.delete(event);
    await tx.delete(setting).where(eq(setting.name, "chain"));
    await tx.insert(event).values(kept.slice(0, 3).map((row) => ({ ...row, link: "" })));
    await tx.update(counter).set({ value: 3 }).where(eq(counter.name, "registry"));
  });
  await transaction((tx) => excludeDomain(tx, vendor, { website: "new.com", why: "reserved", reason: "A" }));
  await transaction((tx) => excludeDomain(tx, vendor, { website: "one.com", why: "reserved", reason: "A" }));
  expect(await verifyLog()).toMatchObject({ ok: true, events: 5, unchained: 3 });
  await change(4, { link: "" });
  expect(await verifyLog()).toEqual({ ok: false, number: 4, why: "changed" });
});

test("nobody moves the chain's beginning, to pass changed events off as older", async () => {
  await transaction(async (tx) => {
    const value = JSON.stringify({ ...Object(JSON.parse(chain)), since: 9 });
    await tx.update(setting).set({ value }).where(eq(setting.name, "chain"));
  });
  await change(5, { link: "", who: "Somebody else" });
  expect(await verifyLog()).toEqual({ ok: false, number: 1, why: "changed" });
  for (let number = 1; number < 9; number += 1) await change(number, { link: "" });
  expect(await verifyLog()).toEqual({ ok: false, number: 9, why: "changed" });
});

function verifyLogProgram() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/verify-log.ts"], { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

test("npm run verify-log says so, and ends with 1 where it is broken", async () => {
  expect(verifyLogProgram()).toEqual({ code: 0, said: expect.stringContaining(`Head: 13 ${kept.at(-1)?.link}`) });
  await change(8, { who: "Somebody else" });
  expect(verifyLogProgram()).toEqual({
    code: 1,
    said: "The log is broken: event 8 is not what was written, or stands in another's place.\n",
  });
});

test("one value has one spelling", () => {
  expect(canonical({ b: [1, undefined, { d: null, c: "é" }], a: undefined })).toBe('{"b":[1,null,{"c":"é","d":null}]}');
});
