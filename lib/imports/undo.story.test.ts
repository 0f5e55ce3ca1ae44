import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { tombstone } from "#db/schema/endings.ts";
import { importRun } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { aContact, aConversion, aPortal, requestsOf, sync, theContact } from "#lib/fixtures.ts";
import { countUndo, keepImport, undoImport } from "#lib/imports/commands/begin-undo.ts";
import { undoInSteps } from "#lib/imports/commands/undo-import.ts";
import { contactsOf, imported, start, upload } from "#lib/imports/fixtures.ts";
import { importById, undoOf } from "#lib/imports/queries.ts";
import { makeLink } from "#lib/contacts/commands/public-link.ts";
import { keptContacts, undoable } from "#lib/imports/queries/undo.ts";
import { undoDays } from "#lib/imports/undo.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";

async function counted(actor: Actor, importId: number) {
  expect(await transaction((tx) => countUndo(tx, actor, importId))).toMatchObject({ ok: true });
  await sync();
  return undoOf(importId);
}

async function undone(actor: Actor, importId: number) {
  await counted(actor, importId);
  expect(await transaction((tx) => undoImport(tx, actor, importId))).toMatchObject({ ok: true });
  await sync();
  return undoOf(importId);
}

async function valuesOf(actor: Actor) {
  return (await contactsOf(actor)).map(({ id, values }) => [id, values]);
}

const save = (actor: Actor, contactId: number, values: Record<string, string>) =>
  transaction((tx) => saveProperties(tx, actor, { contactId, values }));

async function emailOf(id: number): Promise<string> {
  return (await theContact(id)).email;
}

describe("an import that is undone", () => {
  test("leaves the portal as it was: who came is deleted, what was overwritten is put back", async () => {
    const jill = await aPortal();
    await aContact(jill, { email: "old@acme.com", city: "Bonn" });
    await aContact(jill, { email: "same@acme.com", city: "Rome" });
    await sync();
    const before = await valuesOf(jill);
    const file = "Email,City,Job title\nnew@acme.com,Oslo,\nold@acme.com,Rome,Cook\nsame@acme.com,Rome,\n";
    const { id } = await imported(jill, `${file}OLD@acme.com,Paris,\nnew@acme.com,Rome,Chef\n`);
    expect(await valuesOf(jill)).not.toEqual(before);

    expect(await counted(jill, id)).toMatchObject({ state: "counted", deleted: 1, restored: 1, kept: 0, found: 1 });
    expect(await contactsOf(jill)).toHaveLength(3);
    expect(await undone(jill, id)).toMatchObject({ state: "undone", deleted: 1, restored: 1, kept: 0, who: jill.name });
    expect(await valuesOf(jill)).toEqual(before);
    const [stone] = await db.select().from(tombstone).where(eq(tombstone.portalId, jill.portalId));
    expect(stone).toMatchObject({ emailKey: "", runId: id, who: "Undo of import “contacts.csv”" });
    expect(await transaction((tx) => countUndo(tx, jill, id))).toEqual({ ok: false, no: "undone-already" });
    expect(await transaction((tx) => undoImport(tx, jill, id))).toEqual({ ok: false, no: "not-counted" });
  });

  test("keeps nobody out: who comes with the mended file is asked for by itself, as if it were the first time", async () => {
    const jill = await aPortal();
    const file = "Email,City\nagain@acme.com,Oslo\n";
    const { id } = await imported(jill, file);
    await undone(jill, id);
    await imported(jill, file);
    await sync();
    const [again] = await contactsOf(jill);
    expect((await requestsOf(again?.id ?? 0)).map(({ kind }) => kind)).toEqual(["automatic"]);
  });

  test("leaves alone what somebody has done since, and says who and why", async () => {
    const jill = await aPortal();
    const [ann, ben] = [await aContact(jill, { city: "Bonn" }), await aContact(jill, { city: "Bonn" })];
    const full = (name: string) =>
      `${name}@free-domain-${jill.portalId}.com,Oslo,${name},Guest,Co,free-${name}-${jill.portalId}.com,Cook`;
    const { id } = await imported(
      jill,
      [
        "Email,City,First Name,Last Name,Company,Website,Job title",
        `${await emailOf(ann)},Oslo,,,,,Cook`,
        `${await emailOf(ben)},Oslo,,,,,Cook`,
        full("edited"),
        full("converted"),
        full("registered"),
        full("shared"),
        full("alone"),
      ].join("\n"),
    );
    const byName = async (name: string) => (await contactsOf(jill)).find(({ values }) => values["firstname"] === name);
    await save(jill, ann, { city: "Paris" });
    await save(jill, ben, { city: "Paris" });
    await save(jill, ben, { city: "Oslo", jobtitle: "Baker" });
    await save(jill, (await byName("edited"))?.id ?? 0, { city: "Rome" });
    await aConversion(jill, (await byName("converted"))?.email ?? "");
    const contactId = (await byName("shared"))?.id ?? 0;
    await transaction((tx) => makeLink(tx, jill, { contactId, days: 7 }));
    const registered = (await byName("registered"))?.id ?? 0;
    await transaction((tx) => requestRegistration(tx, jill, registered));
    await sync();
    expect(await theContact(registered)).toMatchObject({ status: "REGISTERED" });

    expect(await undone(jill, id)).toMatchObject({ deleted: 1, restored: 2, kept: 6, found: 5 });
    expect(await byName("alone")).toBeUndefined();
    expect((await theContact(ann)).values).toMatchObject({ city: "Paris" });
    expect((await theContact(ann)).values["jobtitle"]).toBeUndefined();
    expect((await theContact(ben)).values).toMatchObject({ city: "Bonn", jobtitle: "Baker" });
    const { lines } = await keptContacts(id, 0);
    expect(lines.map(({ name, why }) => [name.split(" ")[0], why])).toEqual([
      ["Jillian", "changed"],
      ["Jillian", "changed"],
      ["edited", "changed"],
      ["converted", "registered"],
      ["registered", "registered"],
      ["shared", "changed"],
    ]);
  });

  test("gives a registration back to whom it took it from", async () => {
    const jill = await aPortal();
    const website = `undo-${jill.portalId}.com`;
    const id = await aContact(jill, { email: `x@${website}`, website });
    await transaction((tx) => requestRegistration(tx, jill, id));
    await sync();
    const before = await theContact(id);
    expect(before).toMatchObject({ status: "REGISTERED" });
    const moving = await imported(jill, `Email,Website\nx@${website},elsewhere-${jill.portalId}.com\n`);
    expect((await theContact(id)).status).not.toBe("REGISTERED");
    expect(await undone(jill, moving.id)).toMatchObject({ restored: 1, kept: 0 });
    const { status, message, expires, registrationId, values } = before;
    expect(await theContact(id)).toMatchObject({ status, message, expires, registrationId, values });
  });

  test("after another one has come leaves what the other has changed", async () => {
    const jill = await aPortal();
    const first = await imported(jill, "Email,City\na@acme.com,Oslo\nb@acme.com,Oslo\n");
    await imported(jill, "Email,City\na@acme.com,Rome\n");
    expect(await undone(jill, first.id)).toMatchObject({ deleted: 1, found: 1 });
    expect((await contactsOf(jill)).map(({ email }) => email)).toEqual(["a@acme.com"]);
  });

  test("is counted only, and kept", async () => {
    const jill = await aPortal();
    const { id } = await imported(jill, "Email\na@acme.com\n");
    await counted(jill, id);
    expect(await transaction((tx) => keepImport(tx, jill, id))).toMatchObject({ ok: true });
    expect(await undoOf(id)).toBeUndefined();
    expect(await contactsOf(jill)).toHaveLength(1);
  });

  test("is undone within 30 days, by its own portal, and where it brought something", async () => {
    const [jill, jack] = [await aPortal(), await aPortal()];
    const { id } = await imported(jill, "Email\na@acme.com\n");
    const nothing = await imported(jill, "Email\nnobody\n");
    expect(await transaction((tx) => countUndo(tx, jack, id))).toEqual({ ok: false, no: "import-not-found" });
    expect(await transaction((tx) => undoImport(tx, jack, id))).toEqual({ ok: false, no: "import-not-found" });
    expect(await transaction((tx) => countUndo(tx, jill, nothing.id))).toEqual({ ok: false, no: "nothing-to-undo" });
    await counted(jill, id);
    const finishedAt = now() - undoDays * 86_400_000 - 1;
    await transaction((tx) => tx.update(importRun).set({ finishedAt }).where(eq(importRun.id, id)));
    expect(await transaction((tx) => undoImport(tx, jill, id))).toEqual({ ok: false, no: "too-late" });
    const found = await importById(jill, id);
    expect(found && undoable(found)).toBeNull();
  });
});

describe("a long undo", () => {
  const rows = Array.from({ length: 1_200 }, (_, at) => `p${at}@acme.com,Oslo`);
  // The first one comes again at the end, and a person has the last word: it is left once, not twice.
  const file = `Email,City\n${rows.join("\n")}\np0@acme.com,Bern\n`;

  test("that a restart broke off goes on where it was; two workers do everything once", async () => {
    const jill = await aPortal();
    const half = `Email,City\n${rows.slice(0, 600).join("\n").replaceAll("Oslo", "Rome")}\n`;
    await imported(jill, half);
    const before = await valuesOf(jill);
    const importId = await upload(jill, file);
    await start(jill, importId);
    await sync();
    const [first] = await contactsOf(jill);
    await save(jill, first?.id ?? 0, { city: "Paris" });
    expect(await counted(jill, importId)).toMatchObject({ restored: 599, deleted: 600, kept: 1 });
    await transaction((tx) => undoImport(tx, jill, importId));
    let steps = 0;
    for await (const _ of undoInSteps(importId)) {
      steps += 1;
      if (steps === 4) break;
    }
    expect(await undoOf(importId)).toMatchObject({ state: "undoing", restored: 599, kept: 1 });
    const work = async () => {
      for await (const _ of undoInSteps(importId));
    };
    await Promise.all([work(), work()]);
    expect(await undoOf(importId)).toMatchObject({ state: "undone", restored: 599, deleted: 600, kept: 1 });
    expect((await valuesOf(jill)).slice(1)).toEqual(before.slice(1));
  });
});
