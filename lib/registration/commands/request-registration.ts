import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { updateRows } from "#db/rows.ts";
import { request } from "#db/schema/registration.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { countOutcomes } from "#lib/registration/commands/count-outcomes.ts";
import { bringContacts, change, closeDesk, type Desk, openDesk } from "#lib/registration/commands/desk.ts";
import { type Limit, limitsOn } from "#lib/registration/commands/limits.ts";
import type { RequestRow } from "#lib/registration/commands/next-requests.ts";
import { insertRequests, openRequest, wakeSync } from "#lib/registration/commands/open-request.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Whoever asks for a portal: a person now, or the batch of a person who has gone home. */
export type Asker = Pick<Actor, "portalId" | "name">;
/** Both by contact id: the receipts given out, and whom the policy does not let ask now. */
export type Answers = { receipts: Map<number, number>; limits: Map<number, Limit> };
export type Asked = { contactIds: readonly number[]; batchId?: number };

/**
 * Asks the sales database to register contacts, by hand (event E1). Answers the receipt of each, by contact id. Asking twice
 * gives the same receipt; an automatic request that waits is upgraded and keeps its receipt. Contacts of other portals are
 * left out, exactly like contacts that are not there.
 */
export async function requestRegistrations(tx: Db, actor: Asker, asked: Asked): Promise<Answers> {
  const desk = await openDesk(tx);
  await bringContacts(desk, asked.contactIds);
  return askAt(desk, actor, asked);
}

/** The same for contacts that lie on an open desk, which is closed with it. */
export async function askAt(desk: Desk, actor: Asker, asked: Asked): Promise<Answers> {
  const { tx } = desk;
  // Of contacts that are asked for together, the one that was created first is asked for first.
  const contacts = [...new Set(asked.contactIds)]
    .toSorted((a, b) => a - b)
    .flatMap((id) => desk.contacts.get(id)?.after ?? [])
    .filter(({ portalId }) => portalId === actor.portalId);

  const unasked = contacts.filter(({ openRequest: open }) => open === null);
  const limits = await limitsOn(tx, unasked, desk);
  const fresh = unasked.filter(({ id }) => !limits.has(id));
  const rows = fresh.map((contact) => {
    const opened = openRequest(desk.ledger, contact, {
      kind: "manual",
      who: actor.name,
      at: desk.at,
      batchId: asked.batchId ?? null,
    });
    change(desk, contact.id, opened.contact);
    return opened.row;
  });
  const waiting = contacts.filter(({ openKind }) => openKind === "automatic");
  await upgrade(desk, actor, { contacts: waiting, batchId: asked.batchId ?? null });

  await insertRequests(tx, rows);
  await wakeSync(tx, [...new Set(contacts.map(({ domainKey }) => domainKey))]);
  await closeDesk(desk);
  return { receipts: receiptsOf(desk, contacts), limits };
}

/** One contact, with "not there" as a value. */
export async function requestRegistration(
  tx: Db,
  actor: Actor,
  contactId: number,
): Promise<Result<{ receipt: number }, "contact-not-found" | Limit>> {
  const { receipts, limits } = await requestRegistrations(tx, actor, { contactIds: [contactId] });
  const receipt = receipts.get(contactId);
  return receipt === undefined ? no(limits.get(contactId) ?? "contact-not-found") : yes({ receipt });
}

type Waiting = { contacts: readonly Contact[]; batchId: number | null };

/** A manual request waives the conversion; the receipt, and with it the place in the queue, stays. */
async function upgrade(desk: Desk, actor: Asker, { contacts, batchId }: Waiting): Promise<void> {
  const receipts = contacts.flatMap(({ openRequest: open }) => open ?? []);
  if (receipts.length === 0) return;
  const rows = await desk.tx.select().from(request).where(isAmong(request.receipt, receipts));
  await updateRows(
    desk.tx,
    request,
    rows.map((row) => ({ ...row, kind: "manual" as const, who: actor.name, batchId: batchId ?? row.batchId })),
  );
  const keys = new Map(rows.map((row) => [row.receipt, row.key]));
  for (const contact of contacts) {
    change(desk, contact.id, { openKind: "manual" });
    const { id: contactId, portalId, openRequest: receipt } = contact;
    const key = keys.get(receipt ?? 0) ?? contact.domainKey;
    desk.ledger.record({ kind: "upgraded", who: actor.name, key, portalId, contactId, after: { receipt } });
  }
}

function receiptsOf(desk: Desk, contacts: readonly Contact[]): Map<number, number> {
  const receipts = new Map<number, number>();
  for (const { id } of contacts) {
    const receipt = desk.contacts.get(id)?.after.openRequest;
    if (typeof receipt === "number") receipts.set(id, receipt);
  }
  return receipts;
}

/** Takes an open request back (event E3). The last sync status stays. */
export async function withdrawRequest(
  tx: Db,
  actor: Actor,
  contactId: number,
): Promise<Result<{ receipt: number }, "contact-not-found" | "nothing-open">> {
  const desk = await openDesk(tx);
  await bringContacts(desk, [contactId]);
  const contact = desk.contacts.get(contactId)?.after;
  if (contact === undefined || contact.portalId !== actor.portalId) return no("contact-not-found");
  const receipt = contact.openRequest;
  if (receipt === null) return no("nothing-open");

  const [row] = await tx.select().from(request).where(eq(request.receipt, receipt));
  if (row !== undefined) {
    const taken = takenBack(row, desk.at);
    await updateRows(tx, request, [taken]);
    await countOutcomes(tx, [taken]);
  }
  change(desk, contactId, { openRequest: null, openKind: null });
  const { portalId } = contact;
  // The domain that was asked for: the contact may have moved to another one since.
  const key = row?.key ?? contact.domainKey;
  desk.ledger.record({ kind: "withdrawn", who: actor.name, key, portalId, contactId, before: { receipt } });
  await wakeSync(tx, [key]);
  await closeDesk(desk);
  return yes({ receipt });
}

function takenBack(row: RequestRow, at: number): RequestRow {
  return { ...row, state: "withdrawn", decidedAt: at };
}
