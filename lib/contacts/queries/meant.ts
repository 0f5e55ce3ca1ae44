import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isAmong, rowsOf } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { type Matching, matching, within } from "#lib/contacts/queries/matching.ts";
import { ofRules, stretchesOf } from "#lib/contacts/queries/stretches.ts";
import { type ContactSelection, filterOf } from "#lib/contacts/selection.ts";

export type Step = { selection: ContactSelection; position: number; limit: number };

/** The next contacts meant, behind a position; contacts of other portals are never among them. */
export async function meant(from: Db, portalId: number, { selection, position, limit }: Step): Promise<number[]> {
  const { ids, upTo } = selection;
  if (ids !== undefined) return chosenOf(from, portalId, { ids, after: position, limit });
  const filter = filterOf(selection);
  const found = await matching(from, portalId, { filter, purpose: "walk" });
  const range = { after: position, upTo, limit };
  return isIndexed(filter, found) ? idsBehind(from, found, range) : idsInStretches(from, portalId, { found, range });
}

type Chosen = { ids: readonly number[]; after: number; limit: number };

async function chosenOf(from: Db, portalId: number, { ids, after, limit }: Chosen): Promise<number[]> {
  const next = ids
    .filter((id) => id > after)
    .toSorted((a, b) => a - b)
    .slice(0, limit);
  if (next.length === 0) return [];
  const rows = await from
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), isAmong(contact.id, next)))
    .orderBy(asc(contact.id));
  return rows.map(({ id }) => id);
}

type Range = { after: number; upTo: number; limit: number };

/** Whether an index leads through those who match in order of their ids, so that none of the others is looked at. */
function isIndexed(filter: ContactFilter, { lead }: Matching): boolean {
  return lead !== null || (filter.search === undefined && filter.conditions === undefined);
}

/** Ids of those who match in a range, smallest first. */
async function idsBehind(from: Db, { where, lead }: Matching, { after, upTo, limit }: Range): Promise<number[]> {
  const id = lead?.contactId ?? sql`${contact.id}`;
  const rows = await rowsOf<{ id: number }>(
    from,
    sql`select ${contact.id} as id from ${lead?.from ?? sql`${contact} where`} ${and(lead === null ? where : lead.where, sql`${id} > ${after}`, sql`${id} <= ${upTo}`)} order by ${id} limit ${limit}`,
    ["id"],
  );
  return rows.map((row) => row.id);
}

async function idsInStretches(
  from: Db,
  portalId: number,
  { found, range }: { found: Matching; range: Range },
): Promise<number[]> {
  const ids: number[] = [];
  const { after, upTo, limit } = range;
  for await (const some of stretchesOf(from, { portalId, stretch: ofRules }, { behind: after, ascending: true })) {
    const last = ids.at(-1) ?? after;
    ids.push(...(await idsBehind(from, within(found, some), { after: last, upTo, limit: limit - ids.length })));
    if (ids.length >= limit) break;
  }
  return ids;
}
