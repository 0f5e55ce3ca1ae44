import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { updateRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { tombstone } from "#db/schema/endings.ts";
import { request } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { bringContacts, change, closeDesk, type Desk, openDesk } from "#lib/registration/commands/desk.ts";
import { insertRequests, openRequest, wakeSync } from "#lib/registration/commands/open-request.ts";
import { moved } from "#lib/registration/commands/serve-contact.ts";
import { heldBy, pastHoldersOf } from "#lib/sales/queries.ts";

const atOnce = 100;

/**
 * Looks at every contact of a portal that has changed since the last look: opens an automatic request where one is due (event
 * E2), and sends the open request of a contact that moved to another domain to the back of that domain's queue (E19).
 */
export async function requestAutomatically(portalId: number): Promise<void> {
  while ((await transaction((tx) => lookAtSome(tx, portalId))) === atOnce);
}

/** One step of `requestAutomatically`, in the caller's transaction. */
export async function lookAtSome(tx: Db, portalId: number): Promise<number> {
  const desk = await openDesk(tx);
  const due = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), isNotNull(contact.trigger)))
    .orderBy(asc(contact.id))
    .limit(atOnce);
  await bringContacts(
    desk,
    due.map(({ id }) => id),
  );
  const contacts = [...desk.contacts.values()].map(({ after }) => after).filter(({ trigger }) => trigger !== null);
  for (const { id } of contacts) change(desk, id, { trigger: null });

  const rows = desk.policy.automatic ? (await dueAmong(tx, contacts)).map((each) => open(desk, each)) : [];
  await insertRequests(tx, rows);
  await requeueMoved(desk, contacts);
  await wakeSync(
    tx,
    contacts.map(({ domainKey }) => domainKey),
  );
  await closeDesk(desk);
  return due.length;
}

/** The guard of event E2. */
async function dueAmong(tx: Db, contacts: readonly Contact[]): Promise<Contact[]> {
  const possible = contacts.filter(({ status, openRequest: isOpen }) => status !== "REGISTERED" && isOpen === null);
  const buried = await buriedAmong(tx, possible);
  const pastHolders = await pastHoldersOf(
    tx,
    possible.map(({ domainKey }) => domainKey),
  );
  return possible.filter((each) => {
    const endedAt = pastHolders.get(heldBy(each.portalId, each.domainKey)) ?? null;
    const convertedSince = endedAt === null || (each.lastConversionAt ?? 0) > endedAt;
    return convertedSince && !buried.has(each.emailKey);
  });
}

/** E-mails of the portal whose contact was deleted once: they never enter by themselves again. */
async function buriedAmong(tx: Db, contacts: readonly Contact[]): Promise<Set<string>> {
  const emails = contacts.map(({ emailKey }) => emailKey).filter((email) => email !== "");
  const portalId = contacts[0]?.portalId;
  if (portalId === undefined || emails.length === 0) return new Set();
  const rows = await tx
    .select({ emailKey: tombstone.emailKey })
    .from(tombstone)
    .where(and(eq(tombstone.portalId, portalId), inArray(tombstone.emailKey, emails)));
  return new Set(rows.map(({ emailKey }) => emailKey));
}

function open(desk: Desk, due: Contact) {
  const opened = openRequest(desk.ledger, due, { kind: "automatic", who: "Automatic registration", at: desk.at });
  change(desk, due.id, { openRequest: opened.row.receipt, openKind: "automatic" });
  return opened.row;
}

async function requeueMoved(desk: Desk, contacts: readonly Contact[]): Promise<void> {
  const receipts = contacts.flatMap(({ openRequest: receipt }) => receipt ?? []);
  if (receipts.length === 0) return;
  const rows = await desk.tx.select().from(request).where(isAmong(request.receipt, receipts));
  const served = rows.flatMap((row) => {
    const known = row.contactId === null ? undefined : desk.contacts.get(row.contactId)?.after;
    return known === undefined || known.domainKey === row.key ? [] : [moved(desk, row, known)];
  });
  await updateRows(
    desk.tx,
    request,
    served.map(({ now }) => now),
  );
  await insertRequests(
    desk.tx,
    served.flatMap(({ again }) => again ?? []),
  );
}
