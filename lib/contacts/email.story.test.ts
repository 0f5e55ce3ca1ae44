import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { foldContacts } from "#lib/contacts/commands/fold-contacts.ts";
import { optOut } from "#lib/contacts/commands/opt-out.ts";
import { saveContactSettings } from "#lib/contacts/commands/save-settings.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { historyOf } from "#lib/contacts/queries/contact-record.ts";
import { noMailCounts, noMailFile } from "#lib/contacts/queries/no-mail.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import { settingsAtFirst } from "#lib/contacts/settings.ts";
import { aContact, aPortal, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";

afterEach(() => setClock(undefined));

async function fileOf(actor: Actor): Promise<string[]> {
  let file = "";
  for await (const text of noMailFile(actor)) file += text;
  return file.replace("\ufeff", "").trimEnd().split("\r\n");
}

const out = (actor: Actor, contactId: number, reason = "") =>
  transaction((tx) => optOut(tx, actor, { contactId, optedOut: true, reason }));

test("who opts out stands in the file, with when, by whom and why", async () => {
  const actor = await aPortal();
  setClock(Date.parse("2014-05-06T12:00:00Z"));
  const ann = await aContact(actor, { firstname: "Ann", email: "ann@optout.com" });
  const ben = await aContact(actor, { firstname: "=Ben", email: "ben@optout.com", email_bounced: "2014-05-01" });
  await aContact(actor);
  expect(await noMailCounts(actor)).toMatchObject({ optedOut: { count: 0 }, bounced: { count: 1 } });

  expect(await out(actor, ann, "Asked, by phone")).toEqual({ ok: true, value: null });
  expect(await noMailCounts(actor)).toEqual({
    optedOut: { count: 1, exact: true },
    bounced: { count: 1, exact: true },
  });
  const [headings, ...rows] = await fileOf(actor);
  expect(headings).toContain("Opted Out By,Reason,Email Bounced On");
  expect(rows).toEqual([
    `${ann},ann@optout.com,Ann,Berry,Acme,Yes,2014-05-06,${actor.name},"Asked, by phone",`,
    `${ben},ben@optout.com,'=Ben,Berry,Acme,No,,,,2014-05-01`,
  ]);
  expect(await historyOf(actor, { contactId: ann, property: "email_opt_out" })).toMatchObject([
    { who: actor.name, source: "person", changes: [["email_opt_out", "", "true"]] },
  ]);
});

test("whoever opts somebody in again says why; then the contact is in the file no more", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor);
  await out(actor, contactId);
  const back = (reason: string) => transaction((tx) => optOut(tx, actor, { contactId, optedOut: false, reason }));
  expect(await back("  ")).toEqual({ ok: false, no: "reason-missing" });
  expect((await theContact(contactId)).noMail).toBe("opted-out");
  expect(await back("Signed up again")).toEqual({ ok: true, value: null });
  expect((await theContact(contactId)).noMail).toBeNull();
  expect(await fileOf(actor)).toHaveLength(1);
});

test("a form opts somebody in again only where the portal lets forms do so", async () => {
  const actor = { ...(await aPortal()), role: "admin" as const };
  const contactId = await aContact(actor);
  await out(actor, contactId, "By phone");
  const byForm = () =>
    transaction((tx) =>
      saveProperties(tx, actor, { contactId, values: { email_opt_out: "false", city: "Boston" }, source: "form" }),
    );
  await byForm();
  expect((await theContact(contactId)).values).toMatchObject({ email_opt_out: "true", city: "Boston" });

  await save(actor, { formsOptIn: true });
  await byForm();
  expect((await theContact(contactId)).values).toMatchObject({ email_opt_out: "false" });
});

const save = (who: Actor, asked: Parameters<typeof saveContactSettings>[2]) =>
  transaction((tx) => saveContactSettings(tx, who, asked));

test("only an admin says what holds for the portal, and of one thing at a time", async () => {
  const actor = await aPortal();
  const admin = { ...actor, role: "admin" as const };
  expect(await save(actor, { emailNote: "Tell the newsletter too." })).toEqual({ ok: false, no: "not-admin" });
  expect(await contactSettingsOf(db, actor.portalId)).toEqual(settingsAtFirst);

  await save(admin, { emailNote: " Tell the newsletter too. " });
  await save(admin, { salesforce: "acme.my.salesforce.com" });
  expect(await save(admin, { salesforce: "https://evil.example" })).toEqual({ ok: false, no: "not-salesforce" });
  await save(admin, { shared: ["company", "nonsense"] });
  expect(await contactSettingsOf(db, actor.portalId)).toEqual({
    formsOptIn: false,
    emailNote: "Tell the newsletter too.",
    salesforce: "https://acme.my.salesforce.com",
    shared: ["company"],
  });
  expect(await contactSettingsOf(db, (await aPortal()).portalId)).toEqual(settingsAtFirst);
});

test("nobody opts out a contact of another portal, or reads of it in the file", async () => {
  const [actor, stranger] = [await aPortal(), await aPortal("Stranger")];
  const contactId = await aContact(actor);
  expect(await out(stranger, contactId)).toEqual({ ok: false, no: "contact-not-found" });
  await out(actor, contactId);
  expect(await fileOf(stranger)).toHaveLength(1);
  expect(await noMailCounts(stranger)).toMatchObject({ optedOut: { count: 0 } });
});

test("contacts that had opted out before this was kept are in the file once the program has started", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor, { email_opt_out: "true" });
  await transaction(async (tx) => {
    await tx.update(contact).set({ noMail: null }).where(eq(contact.id, contactId));
  });
  await foldContacts();
  expect(await noMailCounts(actor)).toMatchObject({ optedOut: { count: 1 } });
});
