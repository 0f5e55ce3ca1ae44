import { and, asc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { inPartnerList } from "#lib/lists/queries/asked.ts";

/** The filter as a condition. The portal stands in every one. */
export function matching(portalId: number, filter: ContactFilter): SQL | undefined {
  return and(
    eq(contact.portalId, portalId),
    filter.rule === undefined ? undefined : inPartnerList(filter.rule),
    filter.listId === undefined ? undefined : inList(filter.listId),
    filter.lifecycleStage === undefined ? undefined : eq(contact.lifecycleStage, filter.lifecycleStage),
    filter.importId === undefined ? undefined : eq(contact.importId, filter.importId),
    ...wordsOf(filter.search).map((word) => sql`${contact.search} like ${`%${escaped(word)}%`} escape '!'`),
  );
}

/** Who is in a list of the portal's own, asked of each contact: for a short list `inShortList` is faster. */
function inList(listId: number): SQL {
  return sql`exists (select 1 from ${listMember} where ${listMember.listId} = ${listId} and ${listMember.contactId} = ${contact.id})`;
}

export function wordsOf(search = ""): string[] {
  return search.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8);
}

export function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}

export type IdRange = { after: number; upTo: number; limit: number };

/** Ids of the matching contacts in a range, smallest first: for work that goes through all of them in steps. */
export async function idsMatching(from: Db, where: SQL | undefined, range: IdRange): Promise<number[]> {
  const rows = await from
    .select({ id: contact.id })
    .from(contact)
    .where(and(where, gt(contact.id, range.after), lte(contact.id, range.upTo)))
    .orderBy(asc(contact.id))
    .limit(range.limit);
  return rows.map(({ id }) => id);
}
