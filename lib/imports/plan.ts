import { type Contact, emailKeyOf, newContact, type Values, withValues } from "#lib/contacts/contact.ts";

/** The values of one row, and by which e-mail its contact is found; '' for none. */
export type Incoming = { values: Values; emailKey: string };

export function incoming(values: Values): Incoming {
  return { values, emailKey: emailKeyOf(values["email"] ?? "") };
}

/** Rows in waves: an e-mail stands once in each, so that a later row of the same contact finds what the earlier one left. */
export function wavesOf(rows: readonly Incoming[]): Incoming[][] {
  const waves: Incoming[][] = [];
  const times = new Map<string, number>();
  for (const row of rows) {
    const wave = row.emailKey === "" ? 0 : (times.get(row.emailKey) ?? 0);
    if (row.emailKey !== "") times.set(row.emailKey, wave + 1);
    (waves[wave] ??= []).push(row);
  }
  return waves;
}

/** What happens to a value that a contact has: the file's takes its place, or only blanks are filled. */
export type Existing = "overwrite" | "fill";

export type Origin = { importId: number; portalId: number; existing: Existing; at: number };

/** A contact that a file brought. */
export function createdBy({ importId, portalId, at }: Origin, id: number, values: Values): Contact {
  const complete = { ...values, original_source_type: "Offline Sources" };
  return { ...newContact({ id, portalId, values: complete, createdAt: at }), importId, trigger: "imported" };
}

/** Those of a row's values that change the contact; a blank cell changes nothing. */
export function changesTo(before: Values, values: Values, existing: Existing): [name: string, value: string][] {
  return Object.entries(values).filter(([name, value]) => {
    const stands = before[name] ?? "";
    return stands !== value && (existing === "overwrite" || stands === "");
  });
}

/** The contact with the row's values; null when they change nothing. */
export function updatedBy({ importId, existing }: Origin, before: Contact, values: Values): Contact | null {
  const changes = changesTo(before.values, values, existing);
  if (changes.length === 0) return null;
  const after = withValues(before, { ...before.values, ...Object.fromEntries(changes) });
  // What is still registered asks for nothing; what has moved to another domain is registered no longer.
  return { ...after, importId, trigger: after.status === "REGISTERED" ? after.trigger : "imported" };
}
