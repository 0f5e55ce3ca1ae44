import type { Db } from "#db/client.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { bringContacts, change, closeDesk, type Desk, openDesk } from "#lib/registration/commands/desk.ts";
import { type Holding, holdingsOf } from "#lib/sales/queries.ts";

/** What a contact was registered as before it left, with the sentence that stood there. */
export type Attachment = { contactId: number; registrationId: number; message: string };

/**
 * Contacts of the portal whose website is back are Registered as they were, where their registration still runs and is the
 * portal's; with its last day of today. Any other stays as it is.
 */
export async function attachAgain(
  tx: Db,
  actor: Pick<Actor, "portalId" | "name">,
  were: readonly Attachment[],
): Promise<void> {
  if (were.length === 0) return;
  const desk = await openDesk(tx);
  await bringContacts(
    desk,
    were.map(({ contactId }) => contactId),
  );
  const keys = [...desk.contacts.values()].map(({ after }) => after.domainKey);
  desk.holdings = await holdingsOf(tx, [...new Set(keys)]);
  for (const was of were) {
    const contact = desk.contacts.get(was.contactId)?.after;
    const holding = desk.holdings.get(contact?.domainKey ?? "");
    if (contact?.portalId !== actor.portalId || contact.status !== "") continue;
    if (holding?.id === was.registrationId && runsFor(desk, actor, holding)) attach(desk, actor.name, { was, holding });
  }
  await closeDesk(desk);
}

function runsFor({ today }: Desk, { portalId }: Pick<Actor, "portalId">, holding: Holding): boolean {
  return holding.portalId === portalId && holding.expires >= today;
}

function attach(desk: Desk, who: string, { was, holding }: { was: Attachment; holding: Holding }): void {
  const contact = desk.contacts.get(was.contactId)?.after;
  if (contact === undefined) return;
  const { id: contactId, portalId, domainKey: key, openKind, openRequest } = contact;
  const { registrationId, message } = was;
  const registered: Partial<Contact> = { status: "REGISTERED", message, expires: holding.expires, lapsedOn: "" };
  change(desk, contactId, { ...registered, registrationId, version: contact.version + 1 });
  const after = { ...registered, openKind, openRequest, undone: "edit" };
  desk.ledger.record({ kind: "restored", who, key, portalId, contactId, after });
}
