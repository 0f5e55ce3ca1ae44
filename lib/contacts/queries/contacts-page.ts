import { db } from "#db/client.ts";
import { shownIn } from "#lib/contacts/column-values.ts";
import { type ContactFilter, type Place, type Sort, type SortBy, spellPlace } from "#lib/contacts/filter.ts";
import { type FilterRead, matching } from "#lib/contacts/queries/matching.ts";
import { rowsBehind, type Stored, type StoredWhole, wholeRowsBehind } from "#lib/contacts/queries/rows-behind.ts";
import { type Total, totalOf } from "#lib/contacts/queries/totals.ts";
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
  total: Total;
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
      place === null && !more ? { count: rows.length, exact: true } : await totalOf(actor, found, { filter, sort }),
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
