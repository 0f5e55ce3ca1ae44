import { and, eq, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { rowsOf } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { list, listMember } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import type { ContactFilter, Place, Sort, SortKey } from "#lib/contacts/filter.ts";
import { spellPlace } from "#lib/contacts/filter.ts";
import { matching } from "#lib/contacts/queries/matching.ts";
import { type Day, dayIn } from "#lib/day.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type ContactRow = {
  id: number;
  name: string;
  email: string;
  company: string;
  lifecycleStage: string;
  domainKey: string;
  createdOn: Day;
  status: "" | "REGISTERED" | "UNAVAILABLE" | "INVALID_DATA";
  openKind: "manual" | "automatic" | null;
  expires: string;
  shortfalls: number;
  lapsedOn: string;
};

type Stored = Omit<ContactRow, "createdOn"> & { createdAt: number };

export type ContactsPage = {
  rows: ContactRow[];
  /** `exact` is false where counting stopped at 1,000. */
  total: { count: number; exact: boolean };
  next: string | null;
  previous: string | null;
};

/** Rows of a page, on the screen and over the API. */
export const pageSize = 100;

export type Asked = { filter: ContactFilter; sort: Sort; place: Place | null; size: number };

// As the store names them: a hundred rows mapped one by one cost more than the query.
const view = sql.raw(`id, name, email, company, lifecycle_stage as "lifecycleStage", domain_key as "domainKey",
  created_at as "createdAt", status, open_kind as "openKind", expires, shortfalls, lapsed_on as "lapsedOn"`);
const wholeNumbers = ["id", "createdAt", "shortfalls"] as const;

/** One page of the portal's contacts, by key: the thousandth costs what the first costs. */
export async function contactsPage(actor: Actor, { filter, sort, place, size }: Asked): Promise<ContactsPage> {
  const backwards = place?.towards === "previous";
  const ascending = (sort.direction === "asc") !== backwards;
  const where = and(matching(actor.portalId, filter), place === null ? undefined : beyond(place, sort.by, ascending));
  const { from, order } = await wayThrough(actor, filter, { by: sort.by, ascending });
  const found = await rowsOf<Stored>(
    db,
    sql`select ${view} from ${from} ${where} order by ${sql.join(order, sql`, `)} limit ${size + 1}`,
    wholeNumbers,
  );
  const page = found.slice(0, size).map((row) => rowFrom(row, actor.timeZone));
  const rows = backwards ? page.toReversed() : page;
  const more = found.length > size;
  return {
    rows,
    total: await totalOf(actor, filter),
    next: backwards || more ? placeAt(rows.at(-1), sort.by, "next") : null,
    previous: (backwards && more) || (!backwards && place !== null) ? placeAt(rows[0], sort.by, "previous") : null,
  };
}

// Up to so many members are found and sorted faster than contacts are gone through in the order that is wanted.
const shortList = 5_000;

type Way = { by: SortKey; ascending: boolean };

/**
 * Which table leads: the members, where a list is shown in the order of creation or is short; else the contacts. Chosen here,
 * since no planner knows how long a list is, and a wrong guess costs a second at a million contacts.
 */
async function wayThrough(actor: Actor, { listId }: ContactFilter, { by, ascending }: Way) {
  const order = orderBy(by, ascending);
  if (listId === undefined) return { from: sql`${contact} where`, order };
  const members = sql`${listMember} cross join ${contact} where ${listMember.listId} = ${listId} and ${contact.id} = ${listMember.contactId} and`;
  if (by === "created") return { from: members, order: [ascending ? sql`contact_id asc` : sql`contact_id desc`] };
  return (await listTotal(actor, { listId })) <= shortList
    ? { from: members, order }
    : { from: sql`${contact} where`, order };
}

// The day is told here, once for server and browser: they must say the same, and a browser's zones are slow to load.
function rowFrom({ createdAt, ...row }: Stored, timeZone: string): ContactRow {
  return { ...row, createdOn: dayIn(timeZone, createdAt) };
}

const columnOf = {
  created: contact.id,
  name: contact.nameKey,
  email: contact.emailKey,
  company: contact.companyKey,
  stage: contact.lifecycleStage,
  expires: contact.expires,
} as const;

// Ids only grow, so the order of creation is the order of ids (decision D15).
function beyond(place: Place, by: SortKey, ascending: boolean) {
  const sign = ascending ? sql`>` : sql`<`;
  if (by === "created") return sql`${contact.id} ${sign} ${place.id}`;
  return sql`(${columnOf[by]}, ${contact.id}) ${sign} (${place.value}, ${place.id})`;
}

function orderBy(by: SortKey, ascending: boolean) {
  const direction = ascending ? sql`asc` : sql`desc`;
  if (by === "created") return [sql`${contact.id} ${direction}`];
  return [sql`${columnOf[by]} ${direction}`, sql`${contact.id} ${direction}`];
}

function placeAt(row: ContactRow | undefined, by: SortKey, towards: Place["towards"]): string | null {
  return row === undefined ? null : spellPlace({ value: sortValue(row, by), id: row.id, towards });
}

function sortValue(row: ContactRow, by: SortKey): string {
  switch (by) {
    case "created":
      return "";
    case "name":
      return row.name.toLowerCase();
    case "email":
      return row.email.trim().toLowerCase();
    case "company":
      return row.company.toLowerCase();
    case "stage":
      return row.lifecycleStage;
    case "expires":
      return row.expires;
  }
}

const countedTo = 1_000;

/** Kept counts where there are any; else counted, but never further than 1,000. */
async function totalOf(actor: Actor, filter: ContactFilter): Promise<ContactsPage["total"]> {
  const { rule, listId, ...others } = filter;
  const narrowed = Object.values(others).some((value) => value !== undefined && value !== "");
  if (!narrowed) {
    const isAll = rule === undefined && listId === undefined;
    return { count: isAll ? (await portalTotals(actor)).contacts : await listTotal(actor, filter), exact: true };
  }

  const some = db
    .select({ one: sql`1`.as("one") })
    .from(contact)
    .where(matching(actor.portalId, filter))
    .limit(countedTo + 1);
  const [counted] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some.as("some"));
  const count = counted?.count ?? 0;
  return { count: Math.min(count, countedTo), exact: count <= countedTo };
}

/** "3,638 Total contacts", "21h ago Last contact added": kept, so that they cost the same at any size. */
export async function portalTotals(actor: Actor): Promise<{ contacts: number; lastContactAt: number | null }> {
  const [kept] = await totalsOfPortal().execute({ portalId: actor.portalId });
  return kept ?? { contacts: 0, lastContactAt: null };
}

const totalsOfPortal = preparedOnce((reader) =>
  reader
    .select({ contacts: portal.contacts, lastContactAt: portal.lastContactAt })
    .from(portal)
    .where(eq(portal.hubId, sql.placeholder("portalId")))
    .prepare(),
);

async function listTotal(actor: Actor, { rule, listId }: Pick<ContactFilter, "rule" | "listId">): Promise<number> {
  const which = rule === undefined ? eq(list.id, listId ?? 0) : eq(list.rule, rule);
  const [kept] = await db
    .select({ size: list.size })
    .from(list)
    .where(and(eq(list.portalId, actor.portalId), which));
  return kept?.size ?? 0;
}
