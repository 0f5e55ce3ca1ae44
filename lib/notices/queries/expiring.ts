import { and, asc, count, eq, gte, inArray, lte, min, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { inForce } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { registration } from "#db/schema/sales.ts";
import { type Day, day, daysAfter } from "#lib/day.ts";
import type { CalendarEntry } from "#lib/notices/ics.ts";
import { type After, daysOf, mostChosen, soonDays, type Span } from "#lib/notices/span.ts";
import { daysShown } from "#lib/notices/week-calendar.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type ExpiringRow = {
  id: number;
  key: string;
  fromOn: string;
  expires: Day;
  /** How many contacts are attached, and the first of them. */
  contacts: number;
  contact: { id: number; name: string } | null;
};
export type ExpiringPage = {
  rows: ExpiringRow[];
  /** `exact` is false where counting stopped at as many as can be chosen at once. */
  total: { count: number; exact: boolean };
  next: After | null;
};

/** Whoever reads for a portal: a person, or the calendar of one. */
type Reader = Pick<Actor, "portalId">;
type Asked = { span: Span; today: Day; after: After | null };

const pageSize = 100;
const held = { id: registration.id, key: registration.key, fromOn: registration.fromOn, expires: registration.expires };

/** Registrations of the portal by their last day, the next one first. */
export async function expiringPage(actor: Actor, { span, today, after }: Asked): Promise<ExpiringPage> {
  const which = within(actor, daysOf(span, today));
  const beyond =
    after === null ? undefined : sql`(${registration.expires}, ${registration.id}) > (${after.expires}, ${after.id})`;
  const found = await db
    .select(held)
    .from(registration)
    .where(and(which, beyond))
    .orderBy(asc(registration.expires), asc(registration.id))
    .limit(pageSize + 1);
  const total = await countedUpTo(mostChosen, which);
  const rows = await withContacts(actor, found.slice(0, pageSize));
  const last = rows.at(-1);
  const next = found.length > pageSize && last !== undefined ? { expires: last.expires, id: last.id } : null;
  return { rows, total, next };
}

/** Never further than `most`, so that a page costs the same however much there is. */
async function countedUpTo(most: number, which: SQL | undefined): Promise<ExpiringPage["total"]> {
  const some = db
    .select({ one: sql`1`.as("one") })
    .from(registration)
    .where(which)
    .limit(most + 1)
    .as("some");
  const [counted] = await db.select({ many: count() }).from(some);
  const many = counted?.many ?? 0;
  return { count: Math.min(many, most), exact: many <= most };
}

/** All that the page would show, for whoever chooses all of it. */
export async function idsExpiring(actor: Actor, span: Span, today: Day): Promise<number[]> {
  const rows = await db
    .select({ id: registration.id })
    .from(registration)
    .where(within(actor, daysOf(span, today)))
    .orderBy(asc(registration.expires), asc(registration.id))
    .limit(mostChosen);
  return rows.map(({ id }) => id);
}

/** How many registrations end soon: what the dashboard says. */
export async function expiringSoon(actor: Actor, today: Day): Promise<ExpiringPage["total"]> {
  return countedUpTo(mostChosen, within(actor, { first: today, last: daysAfter(today, soonDays) }));
}

/** How many registrations have each last day of the year that the calendar shows: one row a day comes back. */
export async function expiringByDay(actor: Actor, today: Day): Promise<Map<string, number>> {
  const rows = await db
    .select({ expires: registration.expires, many: count() })
    .from(registration)
    .where(within(actor, daysShown(today)))
    .groupBy(registration.expires);
  return new Map(rows.map(({ expires, many }) => [expires, many]));
}

// More than a calendar can show; less than what would hold up the others.
const mostEntries = 10_000;
const calendarDays = 400;

export async function calendarEntries(reader: Reader, today: Day): Promise<CalendarEntry[]> {
  const rows = await db
    .select(held)
    .from(registration)
    .where(within(reader, { first: today, last: daysAfter(today, calendarDays) }))
    .orderBy(asc(registration.expires), asc(registration.id))
    .limit(mostEntries);
  const entries: CalendarEntry[] = [];
  for (let from = 0; from < rows.length; from += 500)
    entries.push(...(await withContacts(reader, rows.slice(from, from + 500))));
  return entries;
}

function within({ portalId }: Reader, { first, last }: { first: Day; last: Day | null }): SQL | undefined {
  return and(
    eq(registration.portalId, portalId),
    // Spelled out, so that the partial index of the portal's last days answers.
    inForce,
    sql`${registration.expires} <> ''`,
    gte(registration.expires, first),
    last === null ? undefined : lte(registration.expires, last),
  );
}

type Held = { id: number; key: string; fromOn: string; expires: string };

async function withContacts({ portalId }: Reader, rows: readonly Held[]): Promise<ExpiringRow[]> {
  if (rows.length === 0) return [];
  const keys = rows.map(({ key }) => key);
  const ids = rows.map(({ id }) => id);
  const attached = await db
    .select({ of: contact.registrationId, many: count(), first: min(contact.id) })
    .from(contact)
    .where(and(inArray(contact.domainKey, keys), eq(contact.portalId, portalId), inArray(contact.registrationId, ids)))
    .groupBy(contact.registrationId);
  const firsts = attached.flatMap(({ first }) => first ?? []);
  const named =
    firsts.length === 0
      ? []
      : await db
          .select({ id: contact.id, name: contact.name })
          .from(contact)
          .where(and(eq(contact.portalId, portalId), inArray(contact.id, firsts)));
  const byId = new Map(named.map((each) => [each.id, each]));
  const byRegistration = new Map(attached.map((each) => [each.of, each]));
  return rows.map((row) => {
    const own = byRegistration.get(row.id);
    return {
      ...row,
      expires: day(row.expires),
      contacts: own?.many ?? 0,
      contact: byId.get(own?.first ?? 0) ?? null,
    };
  });
}
