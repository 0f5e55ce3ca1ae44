import { and, asc, eq, gt, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";

/** The filter as a condition. The portal stands in every one. */
export function matching(portalId: number, filter: ContactFilter): SQL | undefined {
  return and(
    eq(contact.portalId, portalId),
    filter.rule === undefined ? undefined : inPartnerList(filter.rule),
    filter.lifecycleStage === undefined ? undefined : eq(contact.lifecycleStage, filter.lifecycleStage),
    filter.importId === undefined ? undefined : eq(contact.importId, filter.importId),
    ...wordsOf(filter.search).map((word) => sql`${contact.search} like ${`%${escaped(word)}%`} escape '!'`),
  );
}

/** The same truth as `belongs` of the partner lists, in the store's words. */
function inPartnerList(rule: PartnerRule): SQL {
  switch (rule) {
    case "registered":
      return eq(contact.status, "REGISTERED");
    case "unavailable":
      return eq(contact.status, "UNAVAILABLE");
    case "invalid-data":
      return eq(contact.status, "INVALID_DATA");
    case "pending":
      return isNotNull(contact.openRequest);
    case "expired":
      // Spelled out, or SQLite would not see that the partial index holds all of them.
      return sql`${contact.lapsedOn} <> ''`;
  }
}

function wordsOf(search = ""): string[] {
  return search.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8);
}

function escaped(word: string): string {
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
