import type { Values } from "#lib/contacts/contact.ts";
import type { AskedField } from "#lib/forms/form.ts";
import { typedValue } from "#lib/properties/input.ts";
import { cleaned, readValue, valueRefused } from "#lib/properties/value.ts";

/** Everything that came with a form, by name; several of one name are joined by ";". */
export type Given = ReadonlyMap<string, string>;

/** By property: the sentence that says how to mend it. */
export type Problems = Readonly<Record<string, string>>;

/** The controls beside the properties. Each has a capital letter, which no property has. */
export const controls = {
  submission: "Submission",
  stamp: "Stamp",
  referrer: "Referrer",
  page: "Page",
  /** Nobody sees it; whoever fills it is a program. */
  trap: "Homepage",
} as const;

const controlNames: ReadonlySet<string> = new Set(Object.values(controls));

/** Reads what a visitor filled in; what was left blank is left out, and every mistake is told at once. */
export function readEntry(
  fields: readonly AskedField[],
  given: Given,
  timeZone: string,
): { ok: true; value: Values } | { ok: false; no: Problems } {
  const values: Record<string, string> = {};
  const problems: Record<string, string> = {};
  for (const { property, label, required } of fields) {
    const typed = given.get(property.name) ?? "";
    if (cleaned(typed) === "") {
      if (required) problems[property.name] = `${label} is needed: fill it in`;
      continue;
    }
    const read = readValue(property, typedValue(property, typed, { before: "", timeZone }));
    if (!read.ok) problems[property.name] = valueRefused(label, read.no, property);
    // A choice of several may come as nothing but separators.
    else if (read.value !== "") values[property.name] = read.value;
    else if (required) problems[property.name] = `${label} is needed: fill it in`;
  }
  return Object.keys(problems).length === 0 ? { ok: true, value: values } : { ok: false, no: problems };
}

/** The names that came with it and that the form does not ask for. */
export function unknownNames(fields: readonly AskedField[], given: Given): string[] {
  const asked = new Set(fields.map(({ property }) => property.name));
  return [...given.keys()].filter((name) => !asked.has(name) && !controlNames.has(name));
}

/** One value a name: boxes of one name are the options that were chosen. */
export function gathered(pairs: Iterable<readonly [name: string, value: string]>): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = given.get(name.toWellFormed()) ?? "";
    // Half a sign, as JSON can bring it, is none that a store keeps.
    given.set(name.toWellFormed(), [before, value.toWellFormed()].filter(Boolean).join(";"));
  }
  return given;
}
