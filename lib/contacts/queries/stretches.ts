import { and, asc, desc, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";

// So many contacts are asked in one statement: others are answered between two of them.
const stretch = 2_000;

/** Where to begin (behind an id, or at the end), and which way. */
type Way = { behind: number | null; ascending: boolean };

/** Ranges of ids, one behind the other, as conditions: the portal has some thousand contacts in each. */
export async function* stretchesOf(from: Db, portalId: number, { behind, ascending }: Way): AsyncGenerator<SQL> {
  const sign = ascending ? sql`>` : sql`<`;
  const other = ascending ? sql`<=` : sql`>=`;
  for (let last = behind; ;) {
    const end = await endOfStretch(from, portalId, { behind: last, ascending });
    const conditions = [
      ...(last === null ? [] : [sql`${contact.id} ${sign} ${last}`]),
      ...(end === null ? [] : [sql`${contact.id} ${other} ${end}`]),
    ];
    yield conditions.length === 0 ? sql`1 = 1` : sql.join(conditions, sql` and `);
    if (end === null) return;
    last = end;
    await breath();
  }
}

async function endOfStretch(from: Db, portalId: number, { behind, ascending }: Way): Promise<number | null> {
  const beyond = behind === null ? undefined : ascending ? gt(contact.id, behind) : lt(contact.id, behind);
  const [last] = await from
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), beyond))
    .orderBy(ascending ? asc(contact.id) : desc(contact.id))
    .limit(1)
    .offset(stretch - 1);
  return last?.id ?? null;
}
