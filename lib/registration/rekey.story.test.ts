import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { event, registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { aContact, aPortal, sizes, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { planRekey, rekey } from "#lib/registration/commands/rekey.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";

async function registered(actor: Actor, website: string) {
  const id = await aContact(actor, { website });
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  return id;
}

/** As an older suffix list would have read it. */
async function keptUnder(key: string, website: string) {
  await transaction(async (tx) => {
    await tx.update(contact).set({ domainKey: key }).where(eq(contact.domainKey, website));
    await tx.update(registration).set({ key }).where(eq(registration.key, website));
  });
}

test("a new list moves a registration with its contacts, on record, and twice changes nothing (E26)", async () => {
  const jillian = await aPortal();
  const id = await registered(jillian, "shop.rekeyed-one.com");
  await keptUnder("shop.rekeyed-one.com", "rekeyed-one.com");

  const plan = await planRekey();
  expect(plan.contacts).toContainEqual({
    id,
    portalId: jillian.portalId,
    from: "shop.rekeyed-one.com",
    to: "rekeyed-one.com",
  });
  expect(plan.collisions).toEqual([]);
  expect(await theContact(id)).toMatchObject({ domainKey: "shop.rekeyed-one.com" });

  expect(await rekey("Chidi", "Suffix list of 2026")).toEqual({ registrations: 1, contacts: 1 });
  expect(await theContact(id)).toMatchObject({ domainKey: "rekeyed-one.com", status: "REGISTERED" });
  expect(await sizes(jillian)).toMatchObject({ registered: 1 });
  const told = await db
    .select()
    .from(event)
    .where(and(eq(event.key, "shop.rekeyed-one.com"), eq(event.kind, "rekeyed")));
  expect(told).toHaveLength(2);
  expect(await rekey("Chidi", "Again")).toEqual({ registrations: 0, contacts: 0 });
});

test("two holders of what would be one domain are listed, and neither is touched", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  const mine = await registered(jillian, "rekeyed-two.com");
  await keptUnder("eu.rekeyed-two.com", "rekeyed-two.com");
  const theirs = await registered(other, "rekeyed-two.com");

  const { collisions } = await planRekey();
  expect(collisions).toMatchObject([{ to: "rekeyed-two.com" }]);
  expect(collisions[0]?.holders.map(({ portalId }) => portalId)).toEqual([jillian.portalId, other.portalId]);
  expect(await rekey("Chidi", "Suffix list of 2026")).toEqual({ registrations: 0, contacts: 0 });
  expect(await theContact(mine)).toMatchObject({ domainKey: "eu.rekeyed-two.com", status: "REGISTERED" });
  expect(await theContact(theirs)).toMatchObject({ domainKey: "rekeyed-two.com", status: "REGISTERED" });
});
