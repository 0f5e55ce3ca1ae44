import { type SQL, sql } from "drizzle-orm";
import { isAmong, rowsOf } from "#db/ask.ts";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { onPostgres } from "#lib/env.ts";

// The index of the search (decision 25): which contacts have these threes of signs in their text, and are of this portal. It
// stands in the migrations alone, as a virtual table of FTS5 on SQLite and as arrays under a GIN index on PostgreSQL.

/** What the index names: `id` of each row of `table` for which `where` holds. */
export type Named = { table: SQL; where: SQL; id: SQL };

/** Whether they come in the order of their ids, so that a page need not look at all of them. */
export const namedInOrder = !onPostgres;

/** The contacts whose texts have all of these threes; where a portal is given, its own alone, which costs a look into all of them. */
export function named(grams: readonly string[], portalId?: number): Named {
  const table = sql`contact_search`;
  if (onPostgres) {
    const all = portalId === undefined ? [...grams] : [...grams, `portal ${portalId}`];
    return { table, where: sql`contact_search.grams @> ${sql.param(all)}::text[]`, id: sql`contact_search.contact_id` };
  }
  const asked = grams.map((gram) => `"${gram.replaceAll('"', '""')}"`).join(" AND ");
  const marked = portalId === undefined ? sql`` : sql` || ' AND "' || ${markOf(sql`${portalId}`)} || '"'`;
  return { table, where: sql`contact_search match ${asked}${marked}`, id: sql`contact_search.rowid` };
}

/** Takes these contacts into the index as they are now, and out of it whoever is not there any more. */
export async function indexAnew(tx: Db, ids: readonly number[]): Promise<void> {
  const theirs = isAmong(contact.id, ids);
  if (onPostgres) {
    await rowsOf(tx, sql`delete from contact_search where contact_id = any(${sql.param([...ids])}::bigint[])`);
    // The index takes each three once, however often it stands there.
    const threes = sql`array(select substr(search, at, 3) from generate_series(1, length(search) - 2) at)`;
    const grams = sql`array_append(${threes}, 'portal ' || portal_id)`;
    await rowsOf(
      tx,
      sql`insert into contact_search (contact_id, grams) select id, ${grams} from contact where ${theirs}`,
    );
    return;
  }
  await tx.run(sql`delete from contact_search where rowid in (select value from json_each(${JSON.stringify(ids)}))`);
  const text = sql`search || char(10) || ${markOf(sql`portal_id`)}`;
  await tx.run(sql`insert into contact_search (rowid, grams) select id, ${text} from contact where ${theirs}`);
}

// Unicode's area for private use.
const [firstSign, signs] = [0xe000, 6_400];

/** A portal as three signs that nobody types: FTS5 then finds it as it finds the others. */
function markOf(portalId: SQL): SQL {
  const sign = (place: number) => sql`${firstSign} + ${portalId} / ${signs ** place} % ${signs}`;
  return sql`char(${sign(0)}, ${sign(1)}, ${sign(2)})`;
}
