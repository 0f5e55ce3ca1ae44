import { and, eq, ne, sql } from "drizzle-orm";
import { type Db, preparedOnce } from "#db/client.ts";
import { lockRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { now } from "#lib/clock.ts";
import { recordMoves } from "#lib/contacts/commands/record-moves.ts";
import { type Author, storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { type Contact, type Values, withValues } from "#lib/contacts/contact.ts";
import { type Edit, type EditFault, readEdit } from "#lib/contacts/edit.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

export type Saved =
  | { ok: true; value: Contact }
  | { ok: false; no: "contact-not-found" | "email-taken" }
  | { ok: false; no: "values-refused"; faults: EditFault[] };

/** `source` is a person when not said. */
type EditOfContact = { contactId: number; values: Edit; source?: Author["source"] };

/**
 * Changes some properties of one contact; a blank value clears its property. Values, history, list sizes and the wake-up
 * for whoever listens share the caller's transaction.
 */
export async function saveProperties(
  tx: Db,
  actor: Pick<Actor, "portalId" | "name">,
  edit: EditOfContact,
): Promise<Saved> {
  // Only another website can take a contact off its domain.
  const ledger = edit.values["website"] === undefined ? null : await openLedger(tx);
  const before = await contactOf(tx, actor.portalId, edit.contactId);
  if (before === undefined) return { ok: false, no: "contact-not-found" };
  const set = await propertiesFor(tx, actor.portalId, Object.keys(edit.values));
  const read = readEdit(edit.values, set, before.values);
  if (read.faults.length > 0) return { ok: false, no: "values-refused", faults: read.faults };

  const values = merged(before.values, read.values);
  const after = withValues(before, values);
  if (after.emailKey !== before.emailKey && (await emailTaken(tx, after))) return { ok: false, no: "email-taken" };

  const author = { source: edit.source ?? "person", who: actor.name, at: now() };
  await storeContacts(tx, author, [{ before, after }]);
  if (ledger !== null) {
    recordMoves(ledger, actor.name, [{ before, after }]);
    await ledger.close();
  }
  if (after.trigger !== null) await announceContacts(tx, actor.portalId);
  return { ok: true, value: after };
}

/** Leaves word that contacts of the portal have changed; which ones stands in their column `trigger`. */
export async function announceContacts(tx: Db, portalId: number): Promise<void> {
  await enqueue(tx, "contacts-changed", { portalId }, { key: `contacts-changed:${portalId}` });
}

/** The contact, kept from others until the transaction ends; one of another portal is not there. */
export async function contactOf(tx: Db, portalId: number, id: number): Promise<Contact | undefined> {
  await lockRows(tx, contact, [id]);
  const [found] = await oneContact(tx).execute({ portalId, id });
  return found;
}

const oneContact = preparedOnce((on) =>
  on
    .select()
    .from(contact)
    .where(and(eq(contact.portalId, sql.placeholder("portalId")), eq(contact.id, sql.placeholder("id"))))
    .prepare(),
);

export async function emailTaken(tx: Db, wanted: Contact): Promise<boolean> {
  if (wanted.emailKey === "") return false;
  const others = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(
      and(eq(contact.portalId, wanted.portalId), eq(contact.emailKey, wanted.emailKey), ne(contact.id, wanted.id)),
    );
  return others.length > 0;
}

/** The old values with the new ones over them; what is blank is left out. */
export function merged(before: Values, edit: Values): Values {
  return Object.fromEntries(Object.entries({ ...before, ...edit }).filter(([, value]) => value !== ""));
}
