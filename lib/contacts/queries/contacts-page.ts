import { and, eq, type SQL, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { rowsOf } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import type { ContactFilter, Place, Sort, SortKey } from "#lib/contacts/filter.ts";
import { spellPlace } from "#lib/contacts/filter.ts";
import { type Lead, type Matching, matching } from "#lib/contacts/queries/matching.ts";
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
export async function contactsPage(actor: Actor, asked: Asked): Promise<ContactsPage> {
  const { filter, sort, place, size } = asked;
  const found = await matching(db, actor.portalId, filter);
  const stored = await rowsBehind(found, { sort, place, size: size + 1 });
  const backwards = place?.towards === "previous";
  const page = stored.slice(0, size).map((row) => rowFrom(row, actor.timeZone));
  const rows = backwards ? page.toReversed() : page;
  const more = stored.length > size;
  return {
    rows,
    total: await totalOf(actor, filter, found),
    next: backwards || more ? placeAt(rows.at(-1), sort.by, "next") : null,
    previous: (backwards && more) || (!backwards && place !== null) ? placeAt(rows[0], sort.by, "previous") : null,
  };
}

/** The rows behind (or, the nearest first, before) a place. */
async function rowsBehind(found: Matching, { sort, place, size }: Omit<Asked, "filter">): Promise<Stored[]> {
  const ascending = (sort.direction === "asc") !== (place?.towards === "previous");
  const { from, where, contactId, order } = await wayThrough(found, { by: sort.by, ascending });
  const wanted = and(where, place === null ? undefined : beyond(place, { by: sort.by, ascending }, contactId));
  return rowsOf<Stored>(
    db,
    sql`select ${view} from ${from} ${wanted} order by ${sql.join(order, sql`, `)} limit ${size}`,
    wholeNumbers,
  );
}

// Up to so many are found and sorted faster than contacts are gone through in the order that is wanted.
const fewToSort = 5_000;

type Way = { by: SortKey; ascending: boolean };

/**
 * Which table leads: the index that has those who match, where they are shown in the order of creation or are few; else the
 * contacts. Chosen here, since no planner knows how many they are, and a wrong guess costs a second at a million contacts.
 */
async function wayThrough({ where, lead }: Matching, { by, ascending }: Way) {
  const contacts = sql`${contact.id}`;
  const through = { from: sql`${contact} where`, where, contactId: contacts };
  const led = lead === null || (by !== "created" && !(await isFew(lead))) ? through : lead;
  // In the order of the index that leads: asked of the contacts, each page would begin at its beginning.
  const contactId = by === "created" ? led.contactId : contacts;
  return { from: led.from, where: led.where, contactId, order: orderBy(contactId, { by, ascending }) };
}

async function isFew({ size }: Lead): Promise<boolean> {
  const [counted] = await rowsOf<{ many: number }>(
    db,
    sql`select count(*) as many from (select 1 from ${size} limit ${fewToSort + 1}) as counted`,
    ["many"],
  );
  return (counted?.many ?? 0) <= fewToSort;
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
function beyond(place: Place, { by, ascending }: Way, contactId: SQL): SQL {
  const sign = ascending ? sql`>` : sql`<`;
  if (by === "created") return sql`${contactId} ${sign} ${place.id}`;
  return sql`(${columnOf[by]}, ${contactId}) ${sign} (${place.value}, ${place.id})`;
}

function orderBy(contactId: SQL, { by, ascending }: Way): SQL[] {
  const direction = ascending ? sql`asc` : sql`desc`;
  if (by === "created") return [sql`${contactId} ${direction}`];
  return [sql`${columnOf[by]} ${direction}`, sql`${contactId} ${direction}`];
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
async function totalOf(actor: Actor, filter: ContactFilter, { where, lead }: Matching): Promise<ContactsPage["total"]> {
  const { rule, listId, ...others } = filter;
  const narrowed = Object.values(others).some((value) => value !== undefined && value !== "");
  if (!narrowed) {
    const isAll = rule === undefined && listId === undefined;
    return { count: isAll ? (await portalTotals(actor)).contacts : await listTotal(actor, filter), exact: true };
  }

  const from = lead?.from ?? sql`${contact} where`;
  const [counted] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*) as count from (select 1 from ${from} ${lead === null ? where : lead.where} limit ${countedTo + 1}) as counted`,
    ["count"],
  );
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
