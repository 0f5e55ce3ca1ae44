import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { conversion } from "#db/schema/contacts.ts";
import { form, formSubmission } from "#db/schema/forms.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { aContact, aPortal, requestsOf, sizes, sync, theContact } from "#lib/fixtures.ts";
import { cloneForm, createForm, moveForm } from "#lib/forms/commands/own-forms.ts";
import { judgeHeld } from "#lib/forms/commands/judge.ts";
import { readSent } from "#lib/forms/commands/read-sent.ts";
import { newRendering } from "#lib/forms/commands/stamp.ts";
import { mostAMinute, mostOfSender, submitForm } from "#lib/forms/commands/submit-form.ts";
import { controls, gathered } from "#lib/forms/entry.ts";
import { type FormDesign, newDesign } from "#lib/forms/form.ts";
import { formById, submissionsPage } from "#lib/forms/queries/forms.ts";
import { quickestMs } from "#lib/forms/suspicion.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";

const noon = Date.parse("2014-05-06T12:00:00Z");
let forms = 0;
let portal: Actor;

beforeEach(async () => {
  setClock(noon);
  portal = await aPortal("Brightfold");
});
afterEach(() => setClock(undefined));

async function aForm(design: Partial<FormDesign> = {}, owner = portal) {
  forms += 1;
  return transaction(async (tx) => {
    const made = await createForm(tx, owner, { ...newDesign, name: `Contact us ${forms}`, ...design });
    if (!made.ok) throw new Error(made.no);
    await moveForm(tx, owner, { id: made.value.id, state: "live" });
    const [kept] = await tx.select().from(form).where(eq(form.id, made.value.id));
    if (kept === undefined) throw new Error("no form");
    return kept;
  });
}

const complete = { firstname: "Jillian", lastname: "Berry", company: "Acme" };

type Sending = { after?: number; from?: string; referrer?: string; controls?: Record<string, string> };

/** As a visitor sends it: the page is rendered, some time passes, and what was typed comes back with what was hidden in it. */
async function send(publicId: string, typed: Record<string, string>, sending: Sending = {}) {
  const { after = 10_000, from = "192.0.2.1", referrer = "", controls: others = {} } = sending;
  const rendering = await newRendering(publicId, referrer);
  setClock((clock += after));
  const hidden = {
    [controls.submission]: rendering.submission,
    [controls.stamp]: rendering.stamp,
    [controls.referrer]: referrer,
    [controls.page]: `/f/${publicId}`,
  };
  const given = gathered(Object.entries({ ...hidden, ...typed, ...others }));
  const sent = await readSent(publicId, given, new Headers({ "x-forwarded-for": from }));
  return {
    again: () => transaction((tx) => submitForm(tx, publicId, sent)),
    ...(await transaction((tx) => submitForm(tx, publicId, sent))),
  };
}

let clock = noon;
beforeEach(() => {
  clock = noon;
});

async function newest(of: { id: number }) {
  const rows = await db
    .select()
    .from(formSubmission)
    .where(eq(formSubmission.formId, of.id))
    .orderBy(formSubmission.id);
  const last = rows.at(-1);
  if (last === undefined) throw new Error("nothing was kept");
  return last;
}

describe("what is sent with a form", () => {
  test("makes a contact, records its first conversion, and registers it by itself", async () => {
    const contactUs = await aForm({ name: "Contact us" });
    const typed = { ...complete, email: "jillian@formed-1.com", website: "https://www.formed-1.com" };
    expect(await send(contactUs.publicId, typed, { referrer: "news.example.net" })).toMatchObject({ ok: true });

    const { contactId, state, values, referrer } = await newest(contactUs);
    expect({ state, values, referrer }).toEqual({ state: "accepted", values: typed, referrer: "news.example.net" });
    expect(await theContact(contactId ?? 0)).toMatchObject({
      name: "Jillian Berry",
      conversions: 1,
      trigger: "conversion",
      values: {
        first_conversion: "Contact us",
        recent_conversion: "Contact us",
        conversion_events: "1",
        original_source_type: "Referrals",
      },
    });
    await sync();
    expect((await theContact(contactId ?? 0)).status).toBe("REGISTERED");
    expect(await sizes(portal)).toMatchObject({ registered: 1, "invalid-data": 0 });
    expect(await requestsOf(contactId ?? 0)).toMatchObject([{ kind: "automatic", outcome: "registered" }]);
    expect(await formById(portal, contactUs.id)).toMatchObject({ submissions: 1, held: 0, lastSubmissionAt: clock });
  });

  test("sets the stage where it is further on, and joins the list", async () => {
    const guests = await transaction((tx) => createStaticList(tx, portal, { name: "Guests", folder: "" }));
    if (!guests.ok) throw new Error(guests.no);
    const signUp = await aForm({ lifecycleStage: "lead", listId: guests.value.id });
    const early = await aContact(portal, { email: "early@formed-2.com", lifecyclestage: "subscriber" });
    const late = await aContact(portal, { email: "late@formed-2.com", lifecyclestage: "customer" });
    for (const email of ["early@formed-2.com", "LATE@formed-2.com"]) await send(signUp.publicId, { email });
    expect((await theContact(early)).values["lifecyclestage"]).toBe("lead");
    expect((await theContact(late)).values).toMatchObject({ lifecyclestage: "customer", email: "late@formed-2.com" });
    const { lists } = { lists: await sizes(portal) };
    expect(lists[""]).toBe(2);
  });

  test("fills and overwrites a contact that is there, clears nothing, and says what it left alone", async () => {
    const id = await aContact(portal, {
      email: "ann@formed-3.com",
      website: "formed-3.com",
      firstname: "Ann",
      city: "Bern",
    });
    await transaction((tx) => requestRegistration(tx, portal, id));
    await sync();
    const survey = await aForm({
      fields: ["email", "firstname", "city", "company", "website"].map((property) => ({
        property,
        label: "",
        required: false,
      })),
    });
    const typed = { email: "ANN@formed-3.com", firstname: "Anna", city: " ", company: "", website: "elsewhere-3.com" };
    await send(survey.publicId, typed);

    const { values, status, conversions } = await theContact(id);
    expect(values).toMatchObject({
      email: "ann@formed-3.com",
      firstname: "Anna",
      city: "Bern",
      company: "Acme",
      website: "formed-3.com",
    });
    expect({ status, conversions }).toEqual({ status: "REGISTERED", conversions: 1 });
    expect(await newest(survey)).toMatchObject({ kept: ["website"], contactId: id });
  });

  test("only fills what is empty, where the form is made so", async () => {
    const id = await aContact(portal, { email: "bea@formed-4.com", firstname: "Bea", lastname: "" });
    const survey = await aForm({ fill: "empty" });
    await send(survey.publicId, { email: "bea@formed-4.com", firstname: "Mallory", lastname: "Lobo" });
    expect((await theContact(id)).values).toMatchObject({ firstname: "Bea", lastname: "Lobo" });
    expect(await newest(survey)).toMatchObject({ kept: ["firstname"] });
  });

  test("is counted once, however often it comes", async () => {
    const contactUs = await aForm();
    const first = await send(contactUs.publicId, { email: "once@formed-5.com" });
    const { again } = first;
    expect(await Promise.all([again(), again()])).toEqual([
      { ok: true, value: expect.anything() },
      { ok: true, value: expect.anything() },
    ]);
    const kept = await db.select().from(conversion).where(eq(conversion.form, contactUs.name));
    expect(kept).toHaveLength(1);
    expect(await formById(portal, contactUs.id)).toMatchObject({ submissions: 1 });
  });

  test("is counted once, where plain HTML is pressed twice, and again a minute later", async () => {
    const contactUs = await aForm();
    const bare = async (email: string, from = "192.0.2.7") => {
      const headers = new Headers({ "x-forwarded-for": from });
      const sent = await readSent(contactUs.publicId, gathered([["email", email]]), headers);
      return transaction((tx) => submitForm(tx, contactUs.publicId, sent));
    };
    const submissions = async () => (await formById(portal, contactUs.id))?.submissions;
    const [first, second] = [await bare("twice@formed-15.com"), await bare("twice@formed-15.com")];
    expect(second).toEqual(first);
    expect(await submissions()).toBe(1);
    await bare("other@formed-15.com");
    await bare("twice@formed-15.com", "192.0.2.8");
    expect(await submissions()).toBe(3);
    setClock(noon + 60_000);
    await bare("twice@formed-15.com");
    expect(await submissions()).toBe(4);
  });

  test("is answered alike for a known and an unknown e-mail, and never reaches another portal's contact", async () => {
    const other = await aPortal("Fernbank");
    const theirs = await aContact(other, { email: "known@formed-6.com" });
    await aContact(portal, { email: "ours@formed-6.com" });
    const contactUs = await aForm();
    const answers = [];
    for (const email of ["known@formed-6.com", "ours@formed-6.com", "new@formed-6.com"]) {
      const { again: _, ...answer } = await send(contactUs.publicId, { email, firstname: "Mallory" });
      answers.push(answer);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await theContact(theirs)).toMatchObject({ values: { firstname: "Jillian" }, conversions: 0 });
  });

  test("of somebody who was deleted: the contact is there again, and registered by nobody but a person", async () => {
    const email = "gone@formed-7.com";
    const id = await aContact(portal, { email, website: "formed-7.com" });
    await transaction((tx) => deleteContact(tx, portal, id));
    const contactUs = await aForm();
    await send(contactUs.publicId, { ...complete, email, website: "formed-7.com" });
    await sync();
    const { contactId } = await newest(contactUs);
    expect(await theContact(contactId ?? 0)).toMatchObject({ conversions: 1, status: "", openRequest: null });
  });
});

test("a submission goes with its contact when that is merged into another", async () => {
  const survivorId = await aContact(portal, { email: "one@formed-16.com", lastname: "Kept" });
  const otherId = await aContact(portal, { email: "other@formed-16.com" });
  const contactUs = await aForm();
  await send(contactUs.publicId, { email: "other@formed-16.com" });
  await transaction((tx) => mergeContacts(tx, portal, { survivorId, otherId }));
  const { lines } = await submissionsPage(portal, { formId: contactUs.id, state: "accepted", before: 0 });
  expect(lines).toMatchObject([{ contactId: survivorId, contactName: "Jillian Kept" }]);
});

test("two forms that bring the same new e-mail at one moment make one contact", async () => {
  const [one, other] = [await aForm(), await aForm()];
  await Promise.all([one, other].map(({ publicId }) => send(publicId, { email: "both@formed-8.com" })));
  const ids = [await newest(one), await newest(other)].map(({ contactId }) => contactId);
  expect(ids[0]).toBe(ids[1]);
  expect((await theContact(ids[0] ?? 0)).conversions).toBe(2);
});

test("every mistake is told beside its field, and nothing is kept", async () => {
  const survey = await aForm({
    fields: [
      { property: "email", label: "", required: false },
      { property: "numberofemployees", label: "How many are you?", required: true },
      { property: "company", label: "", required: true },
    ],
  });
  expect(await send(survey.publicId, { email: "ann at home", numberofemployees: "many" })).toMatchObject({
    no: "values-refused",
    problems: {
      email: "Email is not an e-mail address: write it like name@company.com",
      numberofemployees: "How many are you? is not a number: use digits only",
      company: "Company is needed: fill it in",
    },
  });
  expect(await db.select().from(formSubmission).where(eq(formSubmission.formId, survey.id))).toEqual([]);
});

test("a form that is a draft, archived or nobody's is not there", async () => {
  const contactUs = await aForm();
  const sends = () => send(contactUs.publicId, { email: "late@formed-9.com" });
  for (const state of ["draft", "archived"] as const) {
    await transaction((tx) => moveForm(tx, portal, { id: contactUs.id, state }));
    expect(await sends()).toMatchObject({ no: "form-not-found" });
  }
  expect(await send("A".repeat(22), { email: "late@formed-9.com" })).toMatchObject({ no: "form-not-found" });
});

test("a form belongs to its portal, and its name to one form", async () => {
  const other = await aPortal("Fernbank");
  const contactUs = await aForm({ name: "Contact us" });
  const { id } = contactUs;
  expect(await formById(other, id)).toBeUndefined();
  const theirs = await transaction((tx) => moveForm(tx, other, { id, state: "archived" }));
  expect(theirs).toEqual({ ok: false, no: "form-not-found" });
  expect(await transaction((tx) => cloneForm(tx, portal, { id, name: "CONTACT US" }))).toMatchObject({
    no: "name-taken",
  });
  const copy = await transaction((tx) => cloneForm(tx, portal, { id, name: "Contact us again" }));
  if (!copy.ok) throw new Error(copy.no);
  const cloned = await formById(portal, copy.value.id);
  expect(cloned).toMatchObject({ state: "draft", fields: contactUs.fields, submissions: 0 });
  expect(cloned?.publicId).not.toBe(contactUs.publicId);
});

describe("what looks like spam is held back, and answered as if it were not", () => {
  const links = "http://a.example https://b.example www.c.example";
  test.each<[string, Record<string, string>, Sending]>([
    ["trap", {}, { controls: { [controls.trap]: "https://spam.example" } }],
    ["too-fast", {}, { after: quickestMs - 1 }],
    ["wrong-stamp", {}, { controls: { [controls.stamp]: `${noon}.forged` } }],
    ["wrong-stamp", {}, { controls: { [controls.submission]: "another-one" } }],
    ["links", { company: links }, {}],
  ])("%s", async (why, typed, sending) => {
    const contactUs = await aForm();
    const sent = await send(contactUs.publicId, { email: "bot@formed-10.com", ...typed }, sending);
    expect(sent).toMatchObject({ ok: true, value: { thanks: contactUs.thanks } });
    expect(await newest(contactUs)).toMatchObject({ state: "held", why: [why], contactId: null });
    expect(await formById(portal, contactUs.id)).toMatchObject({ submissions: 0, held: 1 });
  });

  test("not what is sent in the time that a person needs, nor what brings no stamp", async () => {
    const contactUs = await aForm();
    await send(contactUs.publicId, { email: "ann@formed-11.com" }, { after: quickestMs });
    const bare = await readSent(contactUs.publicId, gathered([["email", "ben@formed-11.com"]]), new Headers());
    await transaction((tx) => submitForm(tx, contactUs.publicId, bare));
    expect(await formById(portal, contactUs.id)).toMatchObject({ submissions: 2, held: 0 });
  });

  test("until a person accepts it, or discards it, once and for their own portal", async () => {
    const contactUs = await aForm();
    const held: number[] = [];
    for (const email of ["good@formed-12.com", "bad@formed-12.com"]) {
      await send(contactUs.publicId, { ...complete, email, website: "formed-12.com" }, { after: 1 });
      held.push((await newest(contactUs)).id);
    }
    const [good = 0, bad = 0] = held;
    const judge = (actor: Actor, id: number, verdict: "accepted" | "discarded") =>
      transaction((tx) => judgeHeld(tx, actor, { formId: contactUs.id, ids: [id], verdict }));
    expect(await judge(await aPortal("Fernbank"), good, "accepted")).toEqual({ ok: false, no: "form-not-found" });
    expect(await judge(portal, bad, "discarded")).toEqual({ ok: true, value: 1 });
    expect(await judge(portal, bad, "accepted")).toEqual({ ok: false, no: "nothing-held" });
    expect(await judge(portal, good, "accepted")).toEqual({ ok: true, value: 1 });

    expect(await formById(portal, contactUs.id)).toMatchObject({ submissions: 1, held: 0 });
    const page = (state: "accepted" | "discarded") =>
      submissionsPage(portal, { formId: contactUs.id, state, before: 0 });
    expect((await page("discarded")).lines).toMatchObject([
      { email: "bad@formed-12.com", judgedBy: portal.name, contactId: null },
    ]);
    const [accepted] = (await page("accepted")).lines;
    expect(accepted).toMatchObject({ contactName: "Jillian Berry" });
    await sync();
    expect((await theContact(accepted?.contactId ?? 0)).status).toBe("REGISTERED");
  });
});

describe("limits", () => {
  test("of one network address, and it may come again later", async () => {
    const contactUs = await aForm();
    const sends = (at: number, from?: string) =>
      send(contactUs.publicId, { email: `a${at}@formed-13.com` }, { after: 2_000, ...(from && { from }) });
    for (let at = 0; at < mostOfSender; at += 1) expect((await sends(at)).ok).toBe(true);
    expect(await sends(98)).toMatchObject({ no: "too-many" });
    expect((await sends(99, "192.0.2.2")).ok).toBe(true);
    clock += 10 * 60_000;
    expect((await sends(100)).ok).toBe(true);
  });

  test("of one form in a minute, wherever it is sent from", async () => {
    const contactUs = await aForm();
    const bare = async (at: number) => {
      const headers = new Headers({ "x-forwarded-for": `192.0.2.${at}` });
      const sent = await readSent(contactUs.publicId, gathered([["email", `a${at}@formed-14.com`]]), headers);
      return transaction((tx) => submitForm(tx, contactUs.publicId, sent));
    };
    for (let at = 0; at < mostAMinute; at += 1) expect((await bare(at)).ok).toBe(true);
    expect(await bare(200)).toEqual({ ok: false, no: "too-many" });
    setClock(noon + 60_000);
    expect((await bare(201)).ok).toBe(true);
  });
});

test("what was archived since is asked no more, and fills nothing", async () => {
  const made = await transaction((tx) => createContact(tx, portal, { email: "zoe@formed-15.com", city: "Bern" }));
  expect(made.ok).toBe(true);
  const survey = await aForm({
    fields: [
      { property: "email", label: "", required: true },
      { property: "no_such_property", label: "", required: true },
    ],
  });
  expect((await send(survey.publicId, { email: "zoe@formed-15.com", city: "Rome" })).ok).toBe(true);
  expect((await theContact((await newest(survey)).contactId ?? 0)).values["city"]).toBe("Bern");
});
