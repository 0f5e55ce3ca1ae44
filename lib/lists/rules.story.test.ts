import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { list, listMember } from "#db/schema/lists.ts";
import { transaction } from "#db/transaction.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { aConversion, aPortal, sync } from "#lib/fixtures.ts";
import { anyRule, anyValue, optionsToChoose } from "#lib/lists/any-rule.ts";
import { changeList, createSmartList, createStaticList } from "#lib/lists/commands/own-lists.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import { formsByContact, listsByContact } from "#lib/lists/queries/beside.ts";
import type { Field } from "#lib/lists/fields.ts";
import { holds } from "#lib/lists/holds.ts";
import { asked } from "#lib/lists/queries/asked.ts";
import { narrowed } from "#lib/lists/queries/narrowed.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { asOfToday } from "#lib/lists/queries/ruled-lists.ts";
import { type Question, questionOf } from "#lib/lists/question.ts";
import { readRule, storedRule } from "#lib/lists/read-rule.ts";
import { emptyRule } from "#lib/lists/draft.ts";
import type { Rule } from "#lib/lists/rule.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { createProperty } from "#lib/properties/commands/own-properties.ts";
import type { OwnType } from "#lib/properties/property-form.ts";
import { readId } from "#lib/contacts/id.ts";

const ownTypes: readonly OwnType[] = ["text", "number", "date", "date-time", "choice", "choices", "boolean", "phone"];
const typed = new Set(["firstname", "company", "city", "lifecyclestage", "numberofemployees"]);
const besides = new Set([
  "email",
  "created_on",
  "last_conversion_on",
  "conversion_events",
  "form",
  "list",
  "registration_status",
]);

/** A portal with one property of each type, and contacts with any values in them. */
async function aCrowd(size: number): Promise<{ actor: Actor; fields: readonly Field[]; ids: number[] }> {
  const actor = await aPortal("Crowd");
  for (const type of ownTypes) {
    const blank = { group: "contact", hint: "", least: "", most: "" };
    const made = { ...blank, label: `Own ${type}`, type, options: type.startsWith("choice") ? optionsToChoose : [] };
    await transaction((tx) => createProperty(tx, actor, made));
  }
  const made = await transaction((tx) => createStaticList(tx, actor, { name: "By hand", folder: "" }));
  if (!made.ok) throw new Error(made.no);
  const { all } = await fieldsToChoose(db, actor.portalId);
  const writable = all.filter(({ name }) => typed.has(name) || name.startsWith("own_"));
  const ids: number[] = [];
  const people = fc.sample(fc.tuple(...writable.map(anyValue)), { numRuns: size, seed: 7 });
  for (const [at, values] of people.entries()) {
    const edit = Object.fromEntries(writable.map(({ name }, place) => [name, values[place] ?? ""]));
    const email = at % 3 === 0 ? "" : `person-${at}@acme-${actor.portalId}.com`;
    const created = await transaction((tx) => createContact(tx, actor, { ...edit, email }));
    if (!created.ok) throw new Error(`${created.no} ${JSON.stringify(edit)}`);
    ids.push(created.value.id);
    if (at % 4 === 1) await aConversion(actor, email);
  }
  await transaction((tx) =>
    changeMembers(tx, actor, { listId: made.value.id, contactIds: ids.filter((id) => id % 2 === 0), join: true }),
  );
  await sync();
  return {
    actor,
    fields: all.filter(({ name }) => writable.some((each) => each.name === name) || besides.has(name)),
    ids,
  };
}

/**
 * Who the rule holds of, asked of the store, of the store as a page asks it (what more than a few answer is asked of each
 * contact and not of the index), and of the program.
 */
async function answers(actor: Actor, rule: Rule): Promise<{ store: number[]; page: number[]; program: number[] }> {
  const fields = await fieldsToChoose(db, actor.portalId);
  const read = readRule(rule, fields);
  if (!read.ok) throw new Error(JSON.stringify(read.no));
  const question = questionOf(read.value, fields, await asOfToday(db, actor.portalId));
  const mine = eq(contact.portalId, actor.portalId);
  const found = async (as: Question) => {
    const rows = await db
      .select({ id: contact.id })
      .from(contact)
      .where(and(mine, asked(as)));
    return ascending(rows.map(({ id }) => id));
  };
  const contacts = await db.select().from(contact).where(mine);
  const ids = contacts.map(({ id }) => id);
  const [lists, forms] = [await listsByContact(db, ids), await formsByContact(db, ids)];
  const besideOf = (id: number) => ({
    lists: lists.get(id) ?? new Set<number>(),
    forms: forms.get(id) ?? new Set<string>(),
  });
  const program = contacts.filter((each) => holds(question, each, besideOf(each.id))).map(({ id }) => id);
  const page = await found(await narrowed(db, question, 5));
  return { store: await found(question), page, program: ascending(program) };
}

const ascending = (ids: readonly number[]) => ids.toSorted((a, b) => a - b);

async function membersOf(listId: number): Promise<number[]> {
  const rows = await db.select({ id: listMember.contactId }).from(listMember).where(eq(listMember.listId, listId));
  return ascending(rows.map(({ id }) => id));
}

test("any rule means the same in the store and in the program", async () => {
  const { actor, fields } = await aCrowd(60);
  const said = { some: 0, none: 0, all: 0 };
  await fc.assert(
    fc.asyncProperty(anyRule(fields), async (rule) => {
      const { store, page, program } = await answers(actor, rule);
      expect(store).toEqual(program);
      expect(page).toEqual(program);
      said[store.length === 0 ? "none" : store.length === 60 ? "all" : "some"] += 1;
    }),
    { numRuns: 400 },
  );
  // A test that only ever asked for nobody would show nothing.
  expect(said.some).toBeGreaterThan(100);
});

test("after any changes a list holds whom a count from scratch finds, and its size says so", async () => {
  const { actor, fields, ids } = await aCrowd(25);
  const lists: number[] = [];
  for (const [at, rule] of fc.sample(anyRule(fields), { numRuns: 40, seed: 11 }).entries()) {
    const made = await transaction((tx) => createSmartList(tx, actor, { name: `List ${at}`, folder: "", rule }));
    if (made.ok) lists.push(made.value.id);
  }
  expect(lists.length).toBeGreaterThan(25);
  await sync();
  const writable = fields.filter(({ name }) => typed.has(name) || name.startsWith("own_"));
  const change = fc
    .tuple(fc.nat(), fc.constantFrom(...writable))
    .chain(([which, field]) => anyValue(field).map((value) => ({ which, field: field.name, value })));
  for (const { which, field, value } of fc.sample(change, { numRuns: 60, seed: 5 })) {
    const id = readId(String(ids[which % ids.length]));
    if (which % 17 === 0) await transaction((tx) => deleteContact(tx, actor, id));
    else await transaction((tx) => saveProperties(tx, actor, { contactId: id, values: { [field]: value } }));
    if (which % 13 === 0)
      await aConversion(actor, `person-${which % 25}@acme-${actor.portalId}.com`).catch(() => undefined);
  }
  await sync();
  for (const listId of lists) {
    const [kept] = await db.select().from(list).where(eq(list.id, listId));
    const { store } = await answers(actor, storedRule(kept?.definition) ?? emptyRule);
    expect({ list: kept?.definition, members: await membersOf(listId) }).toEqual({
      list: kept?.definition,
      members: store,
    });
    expect(kept?.size).toBe(store.length);
  }
});

const names = (id: number) => ({ join: "all", parts: [{ field: "list", is: "is", values: [String(id)] }] });

test("a rule that names a list follows who is put into it, and may not name itself", async () => {
  const { actor, ids } = await aCrowd(6);
  const [first = 0] = ids;
  const byHand = await transaction((tx) => createStaticList(tx, actor, { name: "Guests", folder: "" }));
  if (!byHand.ok) throw new Error(byHand.no);
  const made = await transaction((tx) =>
    createSmartList(tx, actor, { name: "Named", folder: "", rule: names(byHand.value.id) }),
  );
  if (!made.ok) throw new Error(made.no);
  await sync();
  await transaction((tx) => changeMembers(tx, actor, { listId: byHand.value.id, contactIds: [first], join: true }));
  expect(await membersOf(made.value.id)).toEqual([first]);

  const refused = await transaction((tx) =>
    changeList(tx, actor, { id: made.value.id, name: "Named", folder: "", rule: names(made.value.id) }),
  );
  expect(refused).toMatchObject({ ok: false, no: "rule-refused" });
  await transaction((tx) => changeMembers(tx, actor, { listId: byHand.value.id, contactIds: [first], join: false }));
  expect(await membersOf(made.value.id)).toEqual([]);
});
