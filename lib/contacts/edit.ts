import type { Values } from "#lib/contacts/contact.ts";
import { propertyNamed } from "#lib/properties/registry.ts";
import { readValue, valueRefused } from "#lib/properties/value.ts";

/** Typed values by property name, not yet checked. */
export type Edit = Readonly<Record<string, string>>;

/** A refused property and the sentence that says how to mend it. */
export type EditFault = { property: string; message: string };

/** Checks every value; refuses what nobody knows and what the program alone writes, by name. */
export function readEdit(edit: Edit): { values: Values; faults: EditFault[] } {
  const values: Record<string, string> = {};
  const faults: EditFault[] = [];
  for (const [name, typed] of Object.entries(edit)) {
    const property = propertyNamed(name);
    if (property === undefined) {
      faults.push({ property: name, message: `There is no property “${name}”.` });
    } else if (property.owned) {
      faults.push({ property: name, message: `${property.label} is written by Dibs alone: leave it out.` });
    } else {
      const read = readValue(property, typed);
      if (read.ok) values[name] = read.value;
      else faults.push({ property: name, message: valueRefused(property.label, read.no) });
    }
  }
  return { values, faults };
}
