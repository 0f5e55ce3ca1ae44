import { and, asc, count, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { isOpen } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { portal, setting } from "#db/schema/portals.ts";
import { request } from "#db/schema/registration.ts";
import { event } from "#db/schema/sales.ts";
import { domainsAt } from "#lib/sales/queries/domains.ts";
import { timelineColumns } from "#lib/sales/queries/event-columns.ts";
import type { Domain } from "#lib/sales/standing.ts";

export type WaitingRequest = {
  receipt: number;
  kind: "manual" | "automatic" | "pursuit";
  /** Null is the vendor itself. */
  portalId: number | null;
  portalName: string | null;
  requestedAt: number;
  /** Since when the portal's sync rests; null while it runs. */
  pausedAt: number | null;
};

export type DomainEvent = {
  number: number;
  at: number;
  kind: string;
  who: string;
  portalId: number | null;
  portalName: string | null;
  before: unknown;
  after: unknown;
};

const mostWaiting = 100;
const eventsAtOnce = 50;

export async function domainAt(key: string): Promise<Domain> {
  const [found] = await domainsAt([key]);
  if (found === undefined) throw new Error("a domain was asked for and none was answered");
  return found;
}

/** The first hundred requests that wait for a domain, in the order in which they will be served. */
export async function waitingFor(key: string): Promise<WaitingRequest[]> {
  return db
    .select({
      receipt: request.receipt,
      kind: request.kind,
      portalId: request.portalId,
      portalName: portal.name,
      requestedAt: request.requestedAt,
      pausedAt: portal.syncPausedAt,
    })
    .from(request)
    .leftJoin(portal, eq(portal.hubId, request.portalId))
    .where(and(eq(request.key, key), isOpen))
    .orderBy(asc(request.receipt))
    .limit(mostWaiting);
}

/** What happened to a domain, newest first, before the event numbered `before`. */
export async function historyOf(
  key: string,
  before: number | null,
): Promise<{ events: DomainEvent[]; older: number | null }> {
  const rows = await db
    .select({ ...timelineColumns, portalId: event.portalId, portalName: portal.name })
    .from(event)
    .leftJoin(portal, eq(portal.hubId, event.portalId))
    .where(and(eq(event.key, key), before === null ? undefined : lt(event.number, before)))
    .orderBy(desc(event.number))
    .limit(eventsAtOnce + 1);
  const events = rows.slice(0, eventsAtOnce);
  return { events, older: rows.length > eventsAtOnce ? (events.at(-1)?.number ?? null) : null };
}

/** How many contacts, of all portals, would be available again if the pursuit ended: its dry run. */
export async function unavailableAt(key: string): Promise<number> {
  const [found] = await db
    .select({ contacts: count() })
    .from(contact)
    // The index has only contacts with a domain, and SQLite wants to hear it said.
    .where(and(eq(contact.domainKey, key), sql`${contact.domainKey} <> ''`, eq(contact.status, "UNAVAILABLE")));
  return found?.contacts ?? 0;
}

/** How many contacts, of all portals, stand at a domain, and how many of them are Registered: for dry runs. */
export async function contactsAt(key: string): Promise<{ all: number; registered: number }> {
  const rows = await db
    .select({ status: contact.status, many: count() })
    .from(contact)
    .where(and(eq(contact.domainKey, key), sql`${contact.domainKey} <> ''`))
    .groupBy(contact.status);
  const registered = rows.find(({ status }) => status === "REGISTERED")?.many ?? 0;
  return { all: rows.reduce((sum, { many }) => sum + many, 0), registered };
}

/** Since when the sync rests for everyone (ms since 1970); null while it runs. */
export async function syncPausedSince(): Promise<number | null> {
  const [kept] = await db.select({ value: setting.value }).from(setting).where(eq(setting.name, "sync-paused"));
  return kept === undefined ? null : Number(kept.value);
}
