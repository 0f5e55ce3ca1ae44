import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { duplicate, duplicateSearch } from "#db/schema/duplicates.ts";
import { transaction } from "#db/transaction.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { findDuplicates, searchDuplicates } from "#lib/contacts/commands/find-duplicates.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { tellApart } from "#lib/contacts/commands/tell-apart.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { duplicatesPage, looksLike } from "#lib/contacts/queries/duplicates.ts";
import { aPortal, sync, theContact } from "#lib/fixtures.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";

let jillian: Actor;
beforeEach(async () => {
  jillian = await aPortal("Twins");
});

async function add(values: Record<string, string>, actor = jillian): Promise<number> {
  const created = await transaction((tx) => createContact(tx, actor, values));
  if (!created.ok) throw new Error(created.no);
  return created.value.id;
}

async function search(actor = jillian): Promise<void> {
  await transaction((tx) => searchDuplicates(tx, actor.portalId));
  await sync();
}

/** The groups that are shown, as the ids of their contacts. */
async function groups(actor = jillian): Promise<number[][]> {
  const page = await duplicatesPage(actor, 0);
  return page.groups.map(({ contacts }) => contacts.map(({ id }) => id));
}

describe("contacts look like one", () => {
  test("whose e-mails differ in a tag or in the name of Gmail", async () => {
    const plain = await add({ email: "jill@gmail.com" });
    const tagged = await add({ email: "Jill+News@Gmail.com" });
    const older = await add({ email: "jill@googlemail.com" });
    await add({ email: "j.ill@gmail.com" });
    await add({ email: "jill@gmail.org" });
    const [one, two] = [await add({ email: "bo+a@acme.com" }), await add({ email: "bo+b@acme.com" })];
    expect(await duplicatesPage(jillian, 0)).toMatchObject({ groups: [], found: null, searching: false });
    await search();
    expect(await groups()).toEqual(
      expect.arrayContaining([
        [plain, tagged, older],
        [one, two],
      ]),
    );
    expect(await duplicatesPage(jillian, 0)).toMatchObject({ found: { groups: 2 }, searching: false });
    expect(await looksLike(jillian, await theContact(tagged))).toMatchObject([{ id: plain }, { id: older }]);
  });

  test("who have the same name and company, but for accents, case and the legal form", async () => {
    const jose = { firstname: "José", lastname: "Núñez", company: "Acme, Inc." };
    const same = [
      await add(jose),
      await add({ ...jose, firstname: "JOSE", lastname: "NUNEZ", company: "ACME" }),
      await add({ ...jose, company: "Acmé GmbH" }),
    ];
    await add({ ...jose, company: "Other Inc." });
    await add({ ...jose, company: "" });
    await search();
    expect(await groups()).toEqual([same]);
  });

  test("only if both are contacts of the portal", async () => {
    const stranger = await aPortal("Stranger");
    await add({ firstname: "Jill", lastname: "Berry", company: "Acme" });
    const theirs = [
      await add({ firstname: "Jill", lastname: "Berry", company: "Acme" }, stranger),
      await add({ firstname: "Jill", lastname: "Berry", company: "Acme Ltd" }, stranger),
    ];
    await search();
    await search(stranger);
    expect(await groups()).toEqual([]);
    expect(await groups(stranger)).toEqual([theirs]);
    const [group] = (await duplicatesPage(stranger, 0)).groups;
    expect(await transaction((tx) => tellApart(tx, jillian, group?.id ?? 0))).toEqual({
      ok: false,
      no: "group-not-found",
    });
  });
});

test("more contacts than one step reads are compared across the steps", async () => {
  const { portalId } = jillian;
  await transaction(async (tx) => {
    const ids = await newIds(tx, 2_100);
    const changes = ids.map((id, at) => {
      const lastname = String(Math.floor(at / 2)).padStart(5, "0");
      const values = { firstname: "Guest", lastname, company: "Acme", email: `guest-${at}@acme.com` };
      return { before: null, after: newContact({ id, portalId, values, createdAt: at }) };
    });
    await storeContacts(tx, { source: "person", who: jillian.name, at: 1 }, changes);
  });
  await search();
  expect(await duplicatesPage(jillian, 0)).toMatchObject({ found: { groups: 1_050 } });
  const seen = new Set<number>();
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof duplicatesPage>> = await duplicatesPage(jillian, after);
    for (const { contacts } of page.groups) for (const { id } of contacts) seen.add(id);
    after = page.next;
  }
  expect(seen.size).toBe(2_100);
});

describe("a group goes", () => {
  const jill = { firstname: "Jill", lastname: "Berry", company: "Acme" };

  test("when somebody says that they are not one, and comes back only with another contact", async () => {
    const two = [await add(jill), await add(jill)];
    await search();
    const [group] = (await duplicatesPage(jillian, 0)).groups;
    expect(await transaction((tx) => tellApart(tx, jillian, group?.id ?? 0))).toEqual({
      ok: true,
      value: { contacts: 2 },
    });
    expect(await groups()).toEqual([]);
    await search();
    expect(await groups()).toEqual([]);
    const third = await add(jill);
    await search();
    expect(await groups()).toEqual([[...two, third]]);
  });

  test("when its contacts were merged, or one was deleted or renamed", async () => {
    const [one, two, three] = [await add(jill), await add(jill), await add(jill)];
    await search();
    await transaction((tx) => mergeContacts(tx, jillian, { survivorId: one, otherId: two }));
    expect(await groups()).toEqual([[one, three]]);
    await transaction((tx) => saveProperties(tx, jillian, { contactId: three, values: { lastname: "Perry" } }));
    expect(await groups()).toEqual([]);
    expect(await looksLike(jillian, await theContact(one))).toEqual([]);
    await transaction((tx) => saveProperties(tx, jillian, { contactId: three, values: { lastname: "Berry" } }));
    expect(await groups()).toEqual([[one, three]]);
    await transaction((tx) => deleteContact(tx, jillian, three));
    expect(await groups()).toEqual([]);
  });
});

test("at midnight every portal is looked through", async () => {
  const jill = { firstname: "Jill", lastname: "Berry", company: "Acme" };
  const two = [await add(jill), await add(jill)];
  await transaction((tx) => enqueue(tx, "registry-day", {}));
  await sync();
  expect(await groups()).toEqual([two]);
});

test("an interrupted search goes on, and what the last one found is shown meanwhile", async () => {
  const jill = { firstname: "Jill", lastname: "Berry", company: "Acme" };
  const two = [await add(jill), await add(jill)];
  await search();
  const other = { firstname: "Bo", lastname: "Berry", company: "Acme" };
  const more = [await add(other), await add(other)];
  // As a restart in the middle leaves it: e-mails are read, names are not.
  const interrupted = { run: 999_999_999, stage: "name", place: "", placeId: 0, groups: 0 } as const;
  await transaction(async (tx) => {
    await tx.update(duplicateSearch).set(interrupted).where(eq(duplicateSearch.portalId, jillian.portalId));
  });
  expect(await duplicatesPage(jillian, 0)).toMatchObject({ searching: true, found: { groups: 1 } });
  expect(await groups()).toEqual([two]);
  await findDuplicates(jillian.portalId);
  expect(await groups()).toEqual([two, more]);
  const left = await db.select().from(duplicate).where(eq(duplicate.portalId, jillian.portalId));
  expect(new Set(left.map(({ run }) => run))).toEqual(new Set([999_999_999]));
});
