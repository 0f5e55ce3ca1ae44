import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { transfer } from "#db/schema/registration.ts";
import { event } from "#db/schema/sales.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { belongs, type PartnerRule } from "#lib/lists/partner-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { tell } from "#lib/registration/as-of.ts";
import { beforeAnything, type ContactThen, type Then } from "#lib/registration/then.ts";
import { type DomainThen, domainAfter } from "#lib/registration/domain-then.ts";
import { readMoment } from "#lib/registration/moment.ts";
import type { PastEvent } from "#lib/registration/past-event.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { policyVersions } from "#lib/registration/queries/policies.ts";
import { portalNamesOf } from "#lib/registration/queries/portal-names.ts";
import {
  instantOf,
  lastBefore,
  pastOfContact,
  pastOfDomains,
  pastOfPortal,
} from "#lib/registration/queries/past-events.ts";
import { pastColumns } from "#lib/sales/queries/event-columns.ts";

/** `upTo` is the number of the last event that counts, `at` its time (ms since 1970); null where there is none before. */
export type Moment = { upTo: number; at: number | null };

const longest = 40;

/** What was asked for, and what it means; the moment is null where nothing was asked or nothing can be read of it. */
export async function momentAsked(asked: string | undefined): Promise<{ typed: string; moment: Moment | null }> {
  const typed = (asked ?? "").slice(0, longest);
  return { typed, moment: typed === "" ? null : await momentMeant(typed) };
}

/** What somebody means by a receipt, a day or a time; null where it cannot be read. */
export async function momentMeant(typed: string): Promise<Moment | null> {
  const named = readMoment(typed, (await policyInForce(db)).zone);
  if (named === null) return null;
  const upTo = "number" in named ? await lastUpTo(named.number) : await lastBefore(named.before);
  return { upTo, at: await instantOf(upTo) };
}

/** A number that has no event yet means the newest. */
async function lastUpTo(number: number): Promise<number> {
  return (await instantOf(number)) === null ? Math.min(number, await lastBefore(Number.MAX_SAFE_INTEGER)) : number;
}

// What may change a contact without standing on its own record.
const ofDomains = ["decided", "expired", "released", "revoked", "transferred", "pursuit-ended"];

/** The registration of one contact of the portal as it was; undefined where nothing had happened to it. */
export async function contactAsOf(
  actor: Actor,
  { id, domainKey }: Pick<Contact, "id" | "domainKey">,
  upTo: number,
): Promise<ContactThen | undefined> {
  const own = await pastOfContact(actor.portalId, id, upTo);
  const keys = [...new Set([domainKey, ...own.map(({ key }) => key)])].filter((key) => key !== "");
  const around = (await pastOfDomains(keys, upTo, ofDomains)).filter(({ contactId }) => contactId !== id);
  const then = await emptyThen(actor.portalId);
  for (const each of inOrder(own, around)) tell(then, each);
  return then.contacts.get(id);
}

async function emptyThen(portalId: number): Promise<Then> {
  const [{ zone, vendor }, versions] = await Promise.all([policyInForce(db), policyVersions()]);
  const vendors = new Map(versions.map(({ version, settings }) => [version, settings.vendor]));
  return beforeAnything({ portalId, zone, vendorOf: (version) => vendors.get(version ?? 1) ?? vendor });
}

function inOrder(some: readonly PastEvent[], others: readonly PastEvent[]): PastEvent[] {
  return [...some, ...others].toSorted((one, other) => one.number - other.number);
}

/** Name is null where the contact is no longer there. */
export type MemberThen = ContactThen & { name: string | null };

const shown = 100;

/** Who was in a partner list of the portal: how many, and the first hundred by id. */
export async function listAsOf(
  actor: Actor,
  rule: PartnerRule,
  upTo: number,
): Promise<{ size: number; members: MemberThen[] }> {
  const then = await portalAsOf(actor.portalId, upTo);
  const members = [...then.contacts.values()].filter((each) => belongs(rule, each));
  const some = members.toSorted((one, other) => one.id - other.id).slice(0, shown);
  const names = await namesOf(
    actor.portalId,
    some.map(({ id }) => id),
  );
  return { size: members.length, members: some.map((each) => ({ ...each, name: names.get(each.id) ?? null })) };
}

/** The portal's own record, and in between what the vendor or a transfer changed from outside. */
async function portalAsOf(portalId: number, upTo: number): Promise<Then> {
  const then = await emptyThen(portalId);
  const outside = inOrder(await pursuitsEnded(upTo), await givenAway(portalId, upTo));
  let next = 0;
  for await (const some of pastOfPortal(portalId, upTo)) {
    for (const each of some) {
      for (; (outside[next]?.number ?? Infinity) < each.number; next += 1) tellOne(then, outside[next]);
      tell(then, each);
    }
  }
  for (; next < outside.length; next += 1) tellOne(then, outside[next]);
  return then;
}

function tellOne(then: Then, each: PastEvent | undefined): void {
  if (each !== undefined) tell(then, each);
}

async function pursuitsEnded(upTo: number): Promise<PastEvent[]> {
  return db
    .select(pastColumns)
    .from(event)
    .where(and(isNull(event.portalId), eq(event.kind, "pursuit-ended"), lte(event.number, upTo)))
    .orderBy(asc(event.number));
}

async function givenAway(portalId: number, upTo: number): Promise<PastEvent[]> {
  const rows = await db
    .selectDistinct({ key: transfer.key })
    .from(transfer)
    .where(and(eq(transfer.fromPortal, portalId), eq(transfer.state, "approved")));
  const told = await pastOfDomains(
    rows.map(({ key }) => key),
    upTo,
    ["transferred"],
  );
  // What came to the portal stands on its own record.
  return told.filter((each) => each.portalId !== portalId);
}

async function namesOf(portalId: number, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: contact.id, name: contact.name })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A domain as it was, with the names of the portals that it tells of. For the vendor's side alone. */
export async function domainAsOf(
  key: string,
  upTo: number,
): Promise<DomainThen & { portalNames: ReadonlyMap<number, string> }> {
  const [{ zone }, events] = await Promise.all([policyInForce(db), pastOfDomains([key], upTo)]);
  const then = domainAfter(events, zone);
  const named = [then.held.now, ...then.waiting].flatMap((each) => each?.portalId ?? []);
  return { ...then, portalNames: await portalNamesOf(named) };
}
