import type { Values } from "#lib/contacts/contact.ts";
import { chosenOf, optionsWith } from "#lib/properties/options.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import type { Property } from "#lib/properties/registry.ts";
import { cleaned, readValue, valueRefused } from "#lib/properties/value.ts";

/** Typed values by property name, not yet checked. */
export type Edit = Readonly<Record<string, string>>;

/** A refused property and the sentence that says how to mend it. */
export type EditFault = { property: string; message: string };

/**
 * Checks every value; refuses what nobody knows, what is archived and what the program alone writes, by name. `before` is
 * what the contact has: it may stay, though its property would allow it no more.
 */
export function readEdit(
  edit: Edit,
  { named }: Pick<PropertySet, "named">,
  before: Values = {},
): { values: Values; faults: EditFault[] } {
  const values: Record<string, string> = {};
  const faults: EditFault[] = [];
  for (const [name, typed] of Object.entries(edit)) {
    const property = named(name);
    if (property === undefined) {
      faults.push({ property: name, message: `There is no property “${name}”.` });
    } else if (property.owned) {
      faults.push({ property: name, message: `${property.label} is written by Dibs alone: leave it out.` });
    } else if (property.archived) {
      faults.push({ property: name, message: `${property.label} is archived: put it back before you fill it.` });
    } else {
      const read = readKeeping(property, typed, Object.hasOwn(before, name) ? (before[name] ?? "") : "");
      if (read.ok) values[name] = read.value;
      else faults.push({ property: name, message: valueRefused(property.label, read.no, property) });
    }
  }
  return { values, faults };
}

function readKeeping(property: Property, typed: string, before: string): ReturnType<typeof readValue> {
  if (cleaned(typed) === before) return { ok: true, value: before };
  const read = readValue({ ...property, options: optionsWith(property, before) }, typed);
  return read.ok && isSameChoice(property, read.value, before) ? { ok: true, value: before } : read;
}

/** In another order the same options are no change. */
function isSameChoice(property: Property, value: string, before: string): boolean {
  const [chosen, had] = [new Set(chosenOf(property, value)), new Set(chosenOf(property, before))];
  return chosen.size > 0 && chosen.size === had.size && [...chosen].every((each) => had.has(each));
}
