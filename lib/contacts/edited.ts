import { type Contact, type Values, withValues } from "#lib/contacts/contact.ts";
import { type Edit, type EditFault, readEdit } from "#lib/contacts/edit.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";

/** A contact with what was typed over its values, or what is wrong with it. A blank value clears its property. */
export function edited(
  before: Contact,
  edit: Edit,
  set: Pick<PropertySet, "named">,
): { ok: true; value: Contact } | { ok: false; no: "values-refused"; faults: EditFault[] } {
  const read = readEdit(edit, set, before.values);
  if (read.faults.length > 0) return { ok: false, no: "values-refused", faults: read.faults };
  return { ok: true, value: withValues(before, merged(before.values, read.values)) };
}

/** The old values with the new ones over them; what is blank is left out. */
export function merged(before: Values, edit: Values): Values {
  return Object.fromEntries(Object.entries({ ...before, ...edit }).filter(([, value]) => value !== ""));
}
