import { and, eq, ne, sql } from "drizzle-orm";
import { type Db, preparedOnce } from "#db/client.ts";
import { isAmong, keeping } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import { now } from "#lib/clock.ts";
import { recordMoves } from "#lib/contacts/commands/record-moves.ts";
import { type Author, type ContactChange, storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Edit, EditFault } from "#lib/contacts/edit.ts";
import { edited } from "#lib/contacts/edited.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import { asFormsMay } from "#lib/contacts/settings.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { type Ledger, openLedger } from "#lib/sales/commands/ledger.ts";

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
  const asked =
    edit.source === "form"
      ? asFormsMay(edit.values, before.values, await contactSettingsOf(tx, actor.portalId))
      : edit.values;
  const read = edited(before, asked, set);
  if (!read.ok) return read;
  const after = read.value;
  if (after.emailKey !== before.emailKey && (await emailTaken(tx, after))) return { ok: false, no: "email-taken" };

  const author = { source: edit.source ?? "person", who: actor.name, at: now() };
  await storeEdited(tx, ledger, { author, changes: [{ before, after }] });
  return { ok: true, value: after };
}

type Edited = { author: Author; changes: readonly (ContactChange & { after: Contact })[] };

/**
 * Stores edited contacts of one portal, and leaves word for whoever listens. The ledger is there where one of them may leave
 * its domain: it was opened before they were locked.
 */
export async function storeEdited(tx: Db, ledger: Ledger | null, { author, changes }: Edited): Promise<void> {
  await storeContacts(tx, author, changes);
  if (ledger !== null) {
    recordMoves(ledger, author.who, changes);
    await ledger.close();
  }
  const told = changes.find(({ before, after }) => after.trigger !== null || after.search !== before?.search);
  if (told !== undefined) await announceContacts(tx, told.after.portalId);
}

/** Leaves word that contacts of the portal have changed: which ones stands in their column `trigger`, and in `searchDue`. */
export async function announceContacts(tx: Db, portalId: number): Promise<void> {
  await enqueue(tx, "contacts-changed", { portalId }, { key: `contacts-changed:${portalId}` });
}

/** The contact, kept from others until the transaction ends; one of another portal is not there. */
export async function contactOf(tx: Db, portalId: number, id: number): Promise<Contact | undefined> {
  const [found] = await oneContact(tx).execute({ portalId, id });
  return found;
}

const oneContact = preparedOnce((on) =>
  keeping(
    on
      .select()
      .from(contact)
      .where(and(eq(contact.portalId, sql.placeholder("portalId")), eq(contact.id, sql.placeholder("id")))),
    contact.id,
  ),
);

/** Several at once, by id. */
export async function contactsOf(tx: Db, portalId: number, ids: readonly number[]): Promise<Map<number, Contact>> {
  if (ids.length === 0) return new Map();
  const rows = await keeping(
    tx
      .select()
      .from(contact)
      .where(and(eq(contact.portalId, portalId), isAmong(contact.id, ids))),
    contact.id,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

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
