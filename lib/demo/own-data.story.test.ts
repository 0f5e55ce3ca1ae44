import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { person, portal, setting } from "#db/schema/portals.ts";
import { event } from "#db/schema/sales.ts";
import { insertRows } from "#db/rows.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { fillDemo } from "#lib/demo/commands.ts";
import { prepareJobs } from "#lib/jobs/commands.ts";
import { createPortal } from "#lib/portals/commands/set-up.ts";

beforeAll(prepareJobs);
afterEach(() => transaction((tx) => tx.delete(portal)));

test("a store with a portal of its own is left alone", async () => {
  await transaction((tx) => createPortal(tx, { hubId: 7, name: "Real", timeZone: "UTC", kind: "partner" }));
  expect(await fillDemo()).toEqual({ signIns: [] });
  expect(await db.select({ name: setting.name }).from(setting)).toEqual([]);
  expect(await db.select({ id: person.id }).from(person)).toEqual([]);
});

test("what fails halfway leaves nothing behind, and the clock runs on", async () => {
  // In the way: the e-mail of somebody whom the demo brings in late.
  const values = { email: "bnault@hello.com" };
  const inTheWay = newContact({ id: -1, portalId: 152_363, values, createdAt: now() });
  await transaction((tx) => insertRows(tx, contact, [inTheWay]));

  expect(await fillDemo().catch((fault: unknown) => fault)).toBeInstanceOf(Error);
  expect(await db.select({ id: contact.id }).from(contact)).toEqual([{ id: -1 }]);
  for (const table of [portal, person, setting, event]) expect(await db.select().from(table)).toEqual([]);
  expect(Math.abs(now() - Date.now())).toBeLessThan(1000);
}, 60_000);
