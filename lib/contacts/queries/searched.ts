import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { searchDue } from "#db/schema/contacts.ts";
import { type Named, named, namedInOrder } from "#db/search-index.ts";
import { areFew, countTo } from "#lib/contacts/queries/count-to.ts";
import { gramsOf } from "#lib/contacts/search-words.ts";

type Search = { portalId: number; words: readonly string[]; onlyFew: boolean };

/** `inOrder`: they come in the order of their ids, and a page looks at as many of them as it shows. */
export type Candidates = Named & { inOrder: boolean };

// SQLite goes through its index backwards at a fifth of the speed: so few are sooner sorted.
const fewToTurn = 500;

/**
 * Whom the index of the search names for these words: more than have them, never fewer, each once. Null where it is no help: for words
 * of one or two signs, and for so many that going through the contacts finds a page sooner (`onlyFew`: or another way does).
 */
export async function candidatesOf(on: Db, { portalId, words, onlyFew }: Search): Promise<Candidates | null> {
  const grams = gramsOf(words);
  if (grams.length === 0) return null;
  const indexed = named(grams, portalId);
  const due = sql`${searchDue} where ${searchDue.portalId} = ${portalId}`;
  const isWhole = (await countTo(on, 1, due)) === 0;
  if (isWhole && namedInOrder && !onlyFew) {
    const many = await countTo(on, fewToTurn + 1, sql`${indexed.table} where ${indexed.where}`);
    return { ...indexed, inOrder: many > fewToTurn };
  }
  const candidates = isWhole ? indexed : withDue(indexed, due);
  const few = await areFew(on, sql`${candidates.table} where ${candidates.where}`);
  return few ? { ...candidates, inOrder: false } : null;
}

/** Those whom the index does not know yet are looked at too, whatever their text is. */
function withDue({ table, where, id }: Named, due: SQL): Named {
  const indexed = sql`select ${id} as contact_id from ${table} where ${where}`;
  const all = sql`(${indexed} union select ${searchDue.contactId} from ${due}) as candidate`;
  return { table: all, where: sql`1 = 1`, id: sql`candidate.contact_id` };
}
