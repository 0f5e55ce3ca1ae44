import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, db } from "#db/client.ts";
import { conversion } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import type { Field, Fields } from "#lib/lists/fields.ts";
import { fieldsOfPortal, readingOf } from "#lib/lists/queries/ruled-lists.ts";
import type { AsOf } from "#lib/lists/question.ts";
import { storedRule } from "#lib/lists/read-rule.ts";
import { ruleInWords } from "#lib/lists/rule-words.ts";
import type { Actor } from "#lib/portals/actor.ts";

const mostForms = 200;

/** What a rule of this portal may ask, with its lists and its forms as options: for whoever makes a rule, or reads one. */
export async function fieldsToChoose(from: Db, portalId: number): Promise<Fields> {
  const [fields, lists, forms] = [
    await fieldsOfPortal(from, portalId),
    await listNames(from, portalId),
    await formNames(from, portalId),
  ];
  const options: Readonly<Record<string, Field["options"]>> = {
    list: lists.map(({ id, name }) => ({ value: String(id), label: name })),
    form: forms.map((name) => ({ value: name, label: name })),
  };
  const all = fields.all.map((field) => {
    const chosen = Object.hasOwn(options, field.name) ? options[field.name] : undefined;
    return chosen === undefined ? field : { ...field, options: chosen };
  });
  const byName = new Map(all.map((field) => [field.name, field]));
  return { all, named: (name) => byName.get(name) };
}

/**
 * What a filter that names some of them is read by: the lists are read where it names some, the forms not at all, since their
 * number grows with the portal and any word is a form's name.
 */
export async function readingFor(
  from: Db,
  portalId: number,
  names: readonly string[],
): Promise<{ fields: Fields; asOf: AsOf }> {
  const { fields, asOf } = await readingOf(from, portalId);
  if (!names.includes("list")) return { fields, asOf };
  const options = (await listNames(from, portalId)).map(({ id, name }) => ({ value: String(id), label: name }));
  const withOptions = (field: Field | undefined) => (field?.name === "list" ? { ...field, options } : field);
  return { fields: { all: fields.all, named: (name) => withOptions(fields.named(name)) }, asOf };
}

/** The rule of a smart list of the portal's own in plain words; '' for every other list. */
export async function listInWords({ portalId }: Actor, { definition }: { definition: unknown }): Promise<string> {
  const rule = storedRule(definition);
  return rule === null ? "" : ruleInWords(rule, await fieldsToChoose(db, portalId));
}

/** The lists of the portal that a rule may name, as they were made. */
async function listNames(from: Db, portalId: number): Promise<{ id: number; name: string }[]> {
  return from
    .select({ id: list.id, name: list.name })
    .from(list)
    .where(and(eq(list.portalId, portalId), isNull(list.archivedAt)))
    .orderBy(asc(list.id));
}

async function formNames(from: Db, portalId: number): Promise<string[]> {
  const rows = await from
    .selectDistinct({ form: conversion.form })
    .from(conversion)
    .where(eq(conversion.portalId, portalId))
    .orderBy(asc(conversion.form))
    .limit(mostForms);
  return rows.map(({ form }) => form);
}
