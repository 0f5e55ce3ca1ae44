import { and, asc, desc, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { inForce, isOpen } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { portal } from "#db/schema/portals.ts";
import { request, transfer, watch } from "#db/schema/registration.ts";
import { event, registration } from "#db/schema/sales.ts";
import type { ContactRow } from "#lib/contacts/queries/contacts-page.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { TimelineLine } from "#lib/registration/queries.ts";
import { timelineColumns } from "#lib/sales/queries/event-columns.ts";

const mostContacts = 100;
const mostEvents = 100;

type ContactOfDomain = Pick<
  ContactRow,
  "id" | "name" | "email" | "status" | "openKind" | "expires" | "shortfalls" | "lapsedOn"
>;

/** What a portal has at one domain: never anything of another portal. */
export type DomainOfPortal = {
  holding: { fromOn: string; expires: string; lockedUntil: string } | null;
  contacts: ContactOfDomain[];
  /** More contacts than are shown. */
  more: boolean;
  waiting: { receipt: number; contactId: number | null; requestedAt: number }[];
  history: TimelineLine[];
  watchedSince: number | null;
  transfers: TransferOfPortal[];
};

export type TransferOfPortal = {
  id: number;
  state: string;
  fromPortal: number;
  toPortal: number;
  reason: string;
  offeredAt: number;
};

export async function domainOfPortal(actor: Actor, key: string): Promise<DomainOfPortal> {
  const { portalId } = actor;
  const [[holding], contacts, waiting, history, [watched], transfers] = await Promise.all([
    db
      .select({ fromOn: registration.fromOn, expires: registration.expires, lockedUntil: registration.lockedUntil })
      .from(registration)
      .where(and(eq(registration.key, key), inForce, eq(registration.portalId, portalId))),
    contactsOf(portalId, key),
    db
      .select({ receipt: request.receipt, contactId: request.contactId, requestedAt: request.requestedAt })
      .from(request)
      .where(and(eq(request.key, key), isOpen, eq(request.portalId, portalId)))
      .orderBy(asc(request.receipt))
      .limit(mostContacts),
    historyOf(portalId, key),
    db
      .select({ since: watch.since })
      .from(watch)
      .where(and(eq(watch.key, key), eq(watch.portalId, portalId))),
    transfersOf(portalId, key),
  ]);
  return {
    holding: holding ?? null,
    contacts: contacts.slice(0, mostContacts),
    more: contacts.length > mostContacts,
    waiting,
    history,
    watchedSince: watched?.since ?? null,
    transfers,
  };
}

async function contactsOf(portalId: number, key: string): Promise<ContactOfDomain[]> {
  return db
    .select({
      id: contact.id,
      name: contact.name,
      email: contact.email,
      status: contact.status,
      openKind: contact.openKind,
      expires: contact.expires,
      shortfalls: contact.shortfalls,
      lapsedOn: contact.lapsedOn,
    })
    .from(contact)
    .where(and(eq(contact.domainKey, key), eq(contact.portalId, portalId)))
    .orderBy(desc(contact.id))
    .limit(mostContacts + 1);
}

/** The portal's own events, and the transfer that took the domain from it. */
async function historyOf(portalId: number, key: string): Promise<TimelineLine[]> {
  const rows = await db
    .select({ portalId: event.portalId, ...timelineColumns })
    .from(event)
    .where(and(eq(event.key, key), or(eq(event.portalId, portalId), eq(event.kind, "transferred"))))
    .orderBy(desc(event.number))
    .limit(mostEvents);
  return rows.flatMap(({ portalId: whose, ...line }) => (whose === portalId || gaveAway(portalId, line) ? [line] : []));
}

const GivenBy = z.object({ from: z.number() });

function gaveAway(portalId: number, { before }: TimelineLine): boolean {
  return GivenBy.safeParse(before).data?.from === portalId;
}

/** Offers of the domain that wait for somebody, as far as they are this portal's business. */
async function transfersOf(portalId: number, key: string): Promise<TransferOfPortal[]> {
  return db
    .select(transferView)
    .from(transfer)
    .where(
      and(
        eq(transfer.key, key),
        inArray(transfer.state, ["offered", "accepted"]),
        or(eq(transfer.fromPortal, portalId), eq(transfer.toPortal, portalId)),
      ),
    );
}

const transferView = {
  id: transfer.id,
  state: transfer.state,
  fromPortal: transfer.fromPortal,
  toPortal: transfer.toPortal,
  reason: transfer.reason,
  offeredAt: transfer.offeredAt,
};

/** Offers that wait for this portal's answer, newest first. */
export async function offersTo(actor: Actor): Promise<(TransferOfPortal & { key: string; portalName: string })[]> {
  return db
    .select({ ...transferView, key: transfer.key, portalName: portal.name })
    .from(transfer)
    .innerJoin(portal, eq(portal.hubId, transfer.fromPortal))
    .where(and(eq(transfer.toPortal, actor.portalId), eq(transfer.state, "offered")))
    .orderBy(desc(transfer.id))
    .limit(mostEvents);
}

/** Transfers on which both portals have agreed: the channel manager's turn, oldest first. */
export async function acceptedTransfers(): Promise<(TransferOfPortal & { key: string })[]> {
  return db
    .select({ ...transferView, key: transfer.key })
    .from(transfer)
    .where(eq(transfer.state, "accepted"))
    .orderBy(asc(transfer.id))
    .limit(mostEvents);
}
