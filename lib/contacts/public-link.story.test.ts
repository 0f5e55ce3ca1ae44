import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { publicLink } from "#db/schema/contact-records.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { countView, makeLink, revokeLink } from "#lib/contacts/commands/public-link.ts";
import { saveContactSettings } from "#lib/contacts/commands/save-settings.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { linkOf, sharedContact } from "#lib/contacts/queries/public-link.ts";
import { aContact, aPortal, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { readInteractionsAddress } from "#lib/registration/interactions-address.ts";
import { interactionsOf } from "#lib/registration/queries/interactions.ts";

afterEach(() => setClock(undefined));

const make = (actor: Actor, contactId: number, days = 0) =>
  transaction((tx) => makeLink(tx, actor, { contactId, days }));

async function tokenOf(actor: Actor, contactId: number): Promise<string> {
  return (await linkOf(actor, contactId))?.path.replace("/p/", "") ?? "";
}

async function shownBy(token: string) {
  const shared = await sharedContact(token);
  return shared === undefined ? undefined : Object.fromEntries(shared.shown.map(({ label, value }) => [label, value]));
}

test("whoever has the address sees the name and the company as they are now, and no more", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor, { phone: "+49 30 1", call_notes: "Said no twice" });
  expect(await linkOf(actor, contactId)).toBeNull();
  await make(actor, contactId);
  const token = await tokenOf(actor, contactId);
  expect(await shownBy(token)).toEqual({ "First Name": "Jillian", "Last Name": "Berry", Company: "Acme" });

  await transaction((tx) => saveProperties(tx, actor, { contactId, values: { company: "Acme Ltd." } }));
  expect(await shownBy(token)).toMatchObject({ Company: "Acme Ltd." });
});

test("what it shows is what the admin allows, at once; blanks are left out", async () => {
  const actor = { ...(await aPortal()), role: "admin" as const };
  const contactId = await aContact(actor, { lifecyclestage: "lead" });
  await make(actor, contactId);
  await transaction((tx) =>
    saveContactSettings(tx, actor, { shared: ["lifecyclestage", "registration_message", "phone"] }),
  );
  expect(await shownBy(await tokenOf(actor, contactId))).toEqual({ "Lifecycle Stage": "Lead" });
});

test("revoked, replaced, ended or without its contact, it is as if it had never been", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor);
  await make(actor, contactId);
  const first = await tokenOf(actor, contactId);
  await make(actor, contactId);
  expect(await sharedContact(first)).toBeUndefined();

  const second = await tokenOf(actor, contactId);
  await transaction((tx) => revokeLink(tx, actor, contactId));
  expect(await sharedContact(second)).toBeUndefined();
  expect(await linkOf(actor, contactId)).toBeNull();

  setClock(Date.parse("2014-05-06T12:00:00Z"));
  await make(actor, contactId, 7);
  const third = await tokenOf(actor, contactId);
  expect(await sharedContact(third)).toBeDefined();
  setClock(Date.parse("2014-05-13T12:00:00Z"));
  expect(await sharedContact(third)).toBeUndefined();

  await make(actor, contactId);
  const fourth = await tokenOf(actor, contactId);
  await transaction((tx) => deleteContact(tx, actor, contactId));
  expect(await sharedContact(fourth)).toBeUndefined();
});

test("no part of a token can be changed, and one made with another salt opens nothing", async () => {
  const actor = await aPortal();
  const [one, other] = [await aContact(actor), await aContact(actor)];
  await make(actor, one);
  await make(actor, other);
  const [mine, theirs] = [await tokenOf(actor, one), await tokenOf(actor, other)];
  const [id = "", seal = ""] = mine.split(/-(.*)/s);
  const [otherId = ""] = theirs.split("-");
  for (const token of [
    `${otherId}-${seal}`,
    `${id}-${seal.slice(1)}`,
    `${id}-${"A".repeat(43)}`,
    `${id}-`,
    "",
    "1-%00",
  ])
    expect({ token, opens: await sharedContact(token) }).toEqual({ token, opens: undefined });
  await transaction(async (tx) => {
    await tx.update(publicLink).set({ salt: "another" }).where(eq(publicLink.contactId, one));
  });
  expect(await sharedContact(mine)).toBeUndefined();
});

test("making, opening and revoking are counted and stand on the timeline", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor);
  await make(actor, contactId, 30);
  const shared = await sharedContact(await tokenOf(actor, contactId));
  await transaction((tx) => countView(tx, shared?.linkId ?? 0));
  await transaction((tx) => countView(tx, shared?.linkId ?? 0));
  expect(await linkOf(actor, contactId)).toMatchObject({ views: 2, who: actor.name });
  await transaction((tx) => revokeLink(tx, actor, contactId));
  const { lines } = await interactionsOf(
    actor,
    await theContact(contactId),
    readInteractionsAddress(() => ""),
  );
  expect(lines.filter(({ kind }) => kind === "link").map(({ words }) => words)).toEqual([
    "Revoked the public URL: it was opened 2 times",
    expect.stringMatching(/^Made a public URL: until /),
  ]);
});

test("nobody makes, sees or revokes the address of another portal's contact", async () => {
  const [actor, stranger] = [await aPortal(), await aPortal("Stranger")];
  const contactId = await aContact(actor);
  expect(await make(stranger, contactId)).toEqual({ ok: false, no: "contact-not-found" });
  await make(actor, contactId);
  expect(await linkOf(stranger, contactId)).toBeNull();
  expect(await transaction((tx) => revokeLink(tx, stranger, contactId))).toEqual({
    ok: false,
    no: "contact-not-found",
  });
  expect(await db.select().from(publicLink).where(eq(publicLink.contactId, contactId))).toMatchObject([
    { revokedAt: null },
  ]);
});
