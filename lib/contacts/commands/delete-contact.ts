import type { Db } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { tombstone } from "#db/schema/contacts.ts";
import { now } from "#lib/clock.ts";
import { contactOf } from "#lib/contacts/commands/save-properties.ts";
import { recordMoves } from "#lib/contacts/commands/record-moves.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { no, type Result, yes } from "#lib/result.ts";

/**
 * Takes a contact out of the portal (event E21). What is left is a tombstone: it keeps the values, and keeps the e-mail from
 * entering registration by itself again. The portal's registration of the domain stays.
 */
export async function deleteContact(
  tx: Db,
  actor: Actor,
  contactId: number,
): Promise<Result<{ name: string }, "contact-not-found">> {
  const ledger = await openLedger(tx);
  const before = await contactOf(tx, actor.portalId, contactId);
  if (before === undefined) return no("contact-not-found");

  const author = { source: "person" as const, who: actor.name, at: now() };
  const { portalId, emailKey, values } = before;
  await insertRows(tx, tombstone, [{ contactId, portalId, emailKey, values, deletedAt: author.at, who: actor.name }]);
  await storeContacts(tx, author, [{ before, after: null }]);
  recordMoves(ledger, actor.name, [{ before, after: null }]);
  await ledger.close();
  if (before.openRequest !== null) await enqueue(tx, "contact-deleted", { receipt: before.openRequest });
  return yes({ name: before.name });
}
