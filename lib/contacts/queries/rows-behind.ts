import { and, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ownedInOrder, rowsOf } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import { contactValue } from "#db/schema/properties.ts";
import type { Kept } from "#lib/contacts/column-values.ts";
import type { Values } from "#lib/contacts/contact.ts";
import { ownSorted, type Place, type Sort, type SortBy } from "#lib/contacts/filter.ts";
import { areFew } from "#lib/contacts/queries/count-to.ts";
import { type Matching, within } from "#lib/contacts/queries/matching.ts";
import { stretchesOf } from "#lib/contacts/queries/stretches.ts";

/** A row as every table of contacts begins with it. */
export type Stored = Omit<Kept, Further> & {
  id: number;
  name: string;
  email: string;
  company: string;
  lifecycleStage: string;
  /** Where it stands in the order of an own property. */
  sortKey?: string;
};
type Further = "values" | "message" | "conversions" | "lastConversionAt";

/** With what columns of one's own choice are made from: read only where there are some. */
export type StoredWhole = Stored & Kept;

export type Stretch = { sort: Sort; place: Place | null; size: number };

// As the store names them: a hundred rows mapped one by one cost more than the query.
const view = sql.raw(`id, name, email, company, lifecycle_stage as "lifecycleStage", domain_key as "domainKey",
  created_at as "createdAt", status, open_kind as "openKind", expires, shortfalls, lapsed_on as "lapsedOn"`);
const further = sql.raw(`, "values", message, conversions, last_conversion_at as "lastConversionAt"`);
const wholeNumbers = ["id", "createdAt", "shortfalls"] as const;

/** The rows behind (or, the nearest first, before) a place. */
export async function rowsBehind(found: Matching, asked: Stretch): Promise<Stored[]> {
  return inStretches(found, asked, async (some) =>
    rowsOf<Stored>(db, await queryFor(some, asked, sql``), wholeNumbers),
  );
}

type Read = Omit<StoredWhole, Further> & {
  values: Values | string;
  message: string;
  conversions: number;
  lastConversionAt: number | string | null;
};

/** The same with everything that a column may show. */
export async function wholeRowsBehind(found: Matching, asked: Stretch): Promise<StoredWhole[]> {
  const numbers = [...wholeNumbers, "conversions"] as const;
  const rows = await inStretches(found, asked, async (some) =>
    rowsOf<Read>(db, await queryFor(some, asked, further), numbers),
  );
  return rows.map(({ values, lastConversionAt: at, ...row }) => {
    const read: Values = typeof values === "string" ? JSON.parse(values) : values;
    return { ...row, values: read, lastConversionAt: at === null ? null : Number(at) };
  });
}

/** In the order of creation, contacts that are asked one by one are asked in stretches, until there are enough. */
async function inStretches<Row>(
  found: Matching,
  { sort, place, size }: Stretch,
  read: (some: Matching) => Promise<Row[]>,
): Promise<Row[]> {
  if (found.scans === null || sort.by !== "created") return read(found);
  const ascending = (sort.direction === "asc") !== (place?.towards === "previous");
  const rows: Row[] = [];
  for await (const some of stretchesOf(db, found.scans, { behind: place?.id ?? null, ascending })) {
    rows.push(...(await read(within(found, some))));
    if (rows.length >= size) break;
  }
  return rows.slice(0, size);
}

async function queryFor(found: Matching, { sort, place, size }: Stretch, more: SQL): Promise<SQL> {
  const ascending = (sort.direction === "asc") !== (place?.towards === "previous");
  if (found.all !== null && sort.by === "created") {
    const { where, order } = ownedInOrder(contact.portalId, contact.id, {
      by: found.all,
      behind: place?.id,
      ascending,
    });
    return sql`select ${view}${more} from ${contact} where ${where} order by ${order} limit ${size}`;
  }
  const way = await wayThrough(found, sort);
  const wanted = and(way.where, place === null ? undefined : beyond(place, way, ascending));
  return sql`select ${view}${way.key}${more} from ${way.from} ${wanted} order by ${orderOf(way, ascending)} limit ${size}`;
}

/** What is gone through, and in the order of what: of a value and then of the ids, or of the ids alone. */
type Way = { from: SQL; where: SQL | undefined; contactId: SQL; value: SQL | null; key: SQL };

/**
 * Which table leads: the index that has those who match, where they are shown in the order of creation or are few; else the
 * contacts. Chosen here, since no planner knows how many they are, and a wrong guess costs a second at a million contacts.
 */
async function wayThrough({ where, lead, byOwn }: Matching, sort: Sort): Promise<Way> {
  const contacts = { from: sql`${contact} where`, where, contactId: sql`${contact.id}`, key: sql`` };
  const own = byOwn.get(ownSorted(sort) ?? "");
  if (own !== undefined) {
    return { ...own, value: sql`${contactValue.key}`, key: sql`, ${contactValue.key} as "sortKey"` };
  }
  const column = columnOf(sort.by);
  if (lead === null) return { ...contacts, value: column };
  // In the order of the index that leads: asked of the contacts, each page would begin at its beginning.
  if (column === null) return { ...contacts, ...lead, value: null };
  const { from, where: rest } = (await areFew(db, lead.size)) ? lead : contacts;
  return { ...contacts, from, where: rest, value: column };
}

/** Null for the order of creation: ids only grow (decision D15). */
function columnOf(by: SortBy): SQL | null {
  switch (by) {
    case "name":
      return sql`${contact.nameKey}`;
    case "email":
      return sql`${contact.emailKey}`;
    case "company":
      return sql`${contact.companyKey}`;
    case "stage":
      return sql`${contact.lifecycleStage}`;
    case "expires":
      return sql`${contact.expires}`;
    default:
      return null;
  }
}

function beyond(place: Place, { value, contactId }: Way, ascending: boolean): SQL {
  const sign = ascending ? sql`>` : sql`<`;
  if (value === null) return sql`${contactId} ${sign} ${place.id}`;
  return sql`(${value}, ${contactId}) ${sign} (${place.value}, ${place.id})`;
}

function orderOf({ value, contactId }: Way, ascending: boolean): SQL {
  const direction = ascending ? sql`asc` : sql`desc`;
  const byId = sql`${contactId} ${direction}`;
  return value === null ? byId : sql`${value} ${direction}, ${byId}`;
}
