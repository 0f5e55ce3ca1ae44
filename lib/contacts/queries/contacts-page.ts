import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Db, db, preparedOnce } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import { shownIn } from "#lib/contacts/column-values.ts";
import { type ContactFilter, ownSorted, type Place, type Sort, type SortBy, spellPlace } from "#lib/contacts/filter.ts";
import { type FilterRead, type Matching, matching, within } from "#lib/contacts/queries/matching.ts";
import { rowsBehind, type Stored, type StoredWhole, wholeRowsBehind } from "#lib/contacts/queries/rows-behind.ts";
import { stretchesOf } from "#lib/contacts/queries/stretches.ts";
import { type Day, dayIn } from "#lib/day.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { Property } from "#lib/properties/registry.ts";

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
  /** Where it stands in the order of an own property. */
  sortKey?: string;
  /** What columns of one's own choice show, by property: in words already, since a browser knows neither options nor zones. */
  cells?: Readonly<Record<string, string>>;
};

export type ContactsPage = {
  rows: ContactRow[];
  /** `exact` is false where counting stopped at 1,000. */
  total: { count: number; exact: boolean };
  next: string | null;
  previous: string | null;
};

/** Rows of a page, on the screen and over the API. */
export const pageSize = 100;

/** `properties` are what columns of one's own choice show; `read` is the filter where it was read before. */
export type Asked = {
  filter: ContactFilter;
  sort: Sort;
  place: Place | null;
  size: number;
  properties?: readonly Property[];
  read?: FilterRead;
};

/** One page of the portal's contacts, by key: the thousandth costs what the first costs. */
export async function contactsPage(actor: Actor, { filter, size, properties, ...asked }: Asked): Promise<ContactsPage> {
  const { sort, place, read } = asked;
  const found = await matching(db, actor.portalId, { filter, purpose: "page", ...(read && { read }) });
  const wanted = { sort, place, size: size + 1 };
  const stored =
    properties === undefined
      ? (await rowsBehind(found, wanted)).map((row) => rowFrom(row, actor.timeZone))
      : (await wholeRowsBehind(found, wanted)).map((row) => wholeRowFrom(row, properties, actor.timeZone));
  const backwards = place?.towards === "previous";
  const page = stored.slice(0, size);
  const rows = backwards ? page.toReversed() : page;
  const more = stored.length > size;
  return {
    rows,
    // Whoever has seen all of them need not count them.
    total:
      place === null && !more
        ? { count: rows.length, exact: true }
        : await totalOf(actor, filter, () => countedOf(found, sort)),
    next: backwards || more ? placeAt(rows.at(-1), sort.by, "next") : null,
    previous: (backwards && more) || (!backwards && place !== null) ? placeAt(rows[0], sort.by, "previous") : null,
  };
}

// The day is told here, once for server and browser: they must say the same, and a browser's zones are slow to load. Field by
// field, since a hundred copies of what is left of a row cost half as much as the query.
function rowFrom(row: Stored, timeZone: string): ContactRow {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    company: row.company,
    lifecycleStage: row.lifecycleStage,
    domainKey: row.domainKey,
    createdOn: dayIn(timeZone, row.createdAt),
    status: row.status,
    openKind: row.openKind,
    expires: row.expires,
    shortfalls: row.shortfalls,
    lapsedOn: row.lapsedOn,
    ...(row.sortKey === undefined ? {} : { sortKey: row.sortKey }),
  };
}

function wholeRowFrom(row: StoredWhole, properties: readonly Property[], timeZone: string): ContactRow {
  const cells = Object.fromEntries(properties.map((each) => [each.name, shownIn(each, row, timeZone)]));
  return { ...rowFrom(row, timeZone), cells };
}

function placeAt(row: ContactRow | undefined, by: SortBy, towards: Place["towards"]): string | null {
  return row === undefined ? null : spellPlace({ value: sortValue(row, by), id: row.id, towards });
}

/** As the store has it in its order. */
export function sortValue(
  row: Pick<ContactRow, "name" | "email" | "company" | "lifecycleStage" | "expires" | "sortKey">,
  by: SortBy,
): string {
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
    default:
      return row.sortKey ?? "";
  }
}

/** How many match, counted no further than just over the limit. */
async function countedOf(found: Matching, sort: Sort): Promise<number> {
  if (found.index !== null) return countOf(found.index, countedTo + 1);
  if (found.scans === null || found.byOwn.has(ownSorted(sort) ?? ""))
    return countOf(leading(found, sort), countedTo + 1);
  let count = 0;
  for await (const some of stretchesOf(db, found.scans, { behind: null, ascending: false })) {
    count += await countOf(leading(within(found, some), sort), countedTo + 1 - count);
    if (count > countedTo) break;
  }
  return count;
}

async function countOf(matches: SQL, atMost: number): Promise<number> {
  const [counted] = await rowsOf<{ count: number }>(
    db,
    sql`select count(*) as count from (select 1 from ${matches} limit ${atMost}) as counted`,
    ["count"],
  );
  return counted?.count ?? 0;
}

/** What those who match are counted by. */
function leading({ where, lead, byOwn }: Matching, sort: Sort): SQL {
  const led = byOwn.get(ownSorted(sort) ?? "") ?? lead;
  return led === null ? sql`${contact} where ${where}` : sql`${led.from} ${led.where}`;
}

const countedTo = 1_000;

/** Kept counts where there are any; else counted, but never further than 1,000. */
async function totalOf(
  actor: Actor,
  filter: ContactFilter,
  counted: () => Promise<number>,
): Promise<ContactsPage["total"]> {
  const { rule, listId, ...others } = filter;
  const narrowed = Object.values(others).some((value) => value !== undefined && value !== "");
  if (!narrowed) {
    const isAll = rule === undefined && listId === undefined;
    return { count: isAll ? (await portalTotals(actor)).contacts : await listTotal(actor, filter), exact: true };
  }

  const count = await counted();
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
    .where(eq(portal.hubId, sql.placeholder("portalId"))),
);

async function listTotal(actor: Actor, { rule, listId }: Pick<ContactFilter, "rule" | "listId">): Promise<number> {
  const { portalId } = actor;
  const found =
    rule === undefined ? sizeById().execute({ portalId, listId }) : sizeByRule().execute({ portalId, rule });
  const [kept] = await found;
  return kept?.size ?? 0;
}

const sizeById = preparedOnce((reader) => sizeOf(reader, eq(list.id, sql.placeholder("listId"))));
const sizeByRule = preparedOnce((reader) => sizeOf(reader, eq(list.rule, sql.placeholder("rule"))));

function sizeOf(reader: Db, which: SQL) {
  return reader
    .select({ size: list.size })
    .from(list)
    .where(and(eq(list.portalId, sql.placeholder("portalId")), which));
}
