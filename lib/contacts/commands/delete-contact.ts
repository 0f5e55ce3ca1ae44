import type { Db } from "#db/client.ts";
import { now } from "#lib/clock.ts";
import { type Burial, buryContacts } from "#lib/contacts/commands/bury.ts";
import { announceContacts, contactsOf } from "#lib/contacts/commands/save-properties.ts";
import { recordMoves } from "#lib/contacts/commands/record-moves.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Takes a contact out of the portal (event E21), and answers its name. */
export async function deleteContact(
  tx: Db,
  actor: Actor,
  contactId: number,
): Promise<Result<{ name: string }, "contact-not-found">> {
  const [deleted] = await deleteContacts(tx, actor, { contactIds: [contactId] });
  return deleted === undefined ? no("contact-not-found") : yes({ name: deleted.name });
}

type Deletion = { contactIds: readonly number[]; runId?: number; keepsOut?: Burial["keepsOut"] };

/**
 * Takes contacts out of the portal, and answers them as they were; those that are not the portal's are left out. What is left
 * is a tombstone each, from which they are restored, and which keeps their e-mails from entering registration by themselves
 * again, unless nobody is to be kept out. The portal's registrations stay.
 */
export async function deleteContacts(
  tx: Db,
  { portalId, name: who }: Pick<Actor, "portalId" | "name">,
  { contactIds, runId, keepsOut = "emails" }: Deletion,
): Promise<Contact[]> {
  const ledger = await openLedger(tx);
  const gone = [...(await contactsOf(tx, portalId, contactIds)).values()];
  if (gone.length === 0) return [];

  const author = { source: "person" as const, who, at: now() };
  const changes = gone.map((before) => ({ before, after: null }));
  await buryContacts(tx, gone, { who, at: author.at, keepsOut, runId: runId ?? null });
  await storeContacts(tx, author, changes);
  recordMoves(ledger, who, changes);
  await ledger.close();
  const waiting = gone.find(({ openRequest }) => openRequest !== null);
  if (waiting !== undefined) await enqueue(tx, "contact-deleted", { receipt: waiting.openRequest });
  await announceContacts(tx, portalId);
  return gone;
}
