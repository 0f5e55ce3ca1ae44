import { type SQL, sql } from "drizzle-orm";
import { rowsExpected, rowsOf } from "#db/ask.ts";
import type { Db } from "#db/client.ts";
import { searchDue } from "#db/schema/contacts.ts";
import { type Named, named, namedInOrder } from "#db/search-index.ts";
import { countTo } from "#lib/contacts/queries/count-to.ts";
import { onPostgres } from "#lib/env.ts";
import { gramsOf } from "#lib/contacts/search-words.ts";

type Search = { portalId: number; words: readonly string[]; onlyFew: boolean };

/** Few by their ids, many by the index, which has them in the order of their ids. */
export type Candidates = { few: readonly number[] } | { many: Named };

// Up to so many are found and sorted faster than contacts are gone through (on PostgreSQL each lies on a page of its own) …
const fewBesideContacts = onPostgres ? 1_000 : 5_000;
// … or than SQLite goes through its index backwards.
const fewBesideIndex = 500;

/**
 * Whom the index of the search names for these words: more than have them, never fewer, each once. Null where it is no help: for words
 * of one or two signs, and for so many that going through the contacts finds a page sooner (`onlyFew`: or another way does).
 */
export async function candidatesOf(on: Db, { portalId, words, onlyFew }: Search): Promise<Candidates | null> {
  const grams = gramsOf(words);
  if (grams.length === 0) return null;
  const due = sql`${searchDue} where ${searchDue.portalId} = ${portalId}`;
  const isWhole = (await countTo(on, 1, due)) === 0;
  const streams = isWhole && namedInOrder && !onlyFew;
  const most = streams ? fewBesideIndex : fewBesideContacts;
  const own = named(grams, portalId);
  // SQLite names those of all portals several times sooner, and where they are few they are asked for theirs.
  for (const indexed of onPostgres ? [own] : [named(grams), own]) {
    // PostgreSQL finds all of them before it hands over the first: 45 ms at a million, and they were too many.
    if ((await rowsExpected(on, sql`${indexed.table} where ${indexed.where}`)) > most) continue;
    const few = await idsOf(on, isWhole ? indexed : withDue(indexed, due), most + 1);
    if (few.length <= most) return { few };
  }
  return streams ? { many: own } : null;
}

async function idsOf(on: Db, { table, where, id }: Named, most: number): Promise<number[]> {
  const some = sql`select ${id} as id from ${table} where ${where} limit ${most}`;
  const rows = await rowsOf<{ id: number }>(on, some, ["id"]);
  return rows.map((row) => row.id);
}

/** Those whom the index does not know yet are looked at too, whatever their text is. */
function withDue({ table, where, id }: Named, due: SQL): Named {
  const indexed = sql`select ${id} as contact_id from ${table} where ${where}`;
  const all = sql`(${indexed} union select ${searchDue.contactId} from ${due}) as candidate`;
  return { table: all, where: sql`1 = 1`, id: sql`candidate.contact_id` };
}
