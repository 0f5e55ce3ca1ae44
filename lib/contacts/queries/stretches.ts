import { and, asc, desc, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";

/** Contacts of a portal who are asked so many at a time: others are answered in between. */
export type Stretches = { portalId: number; stretch: number };

// Some milliseconds' worth: rules are asked of the values, words are looked for in one text.
export const [ofRules, ofWords] = [2_000, 10_000];

/** Where to begin (behind an id, or at the end), and which way. */
type Way = { behind: number | null; ascending: boolean };

/** Ranges of ids, one behind the other, as conditions. */
export async function* stretchesOf(from: Db, of: Stretches, { behind, ascending }: Way): AsyncGenerator<SQL> {
  const sign = ascending ? sql`>` : sql`<`;
  const other = ascending ? sql`<=` : sql`>=`;
  for (let last = behind; ;) {
    const end = await endOfStretch(from, of, { behind: last, ascending });
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

async function endOfStretch(from: Db, of: Stretches, { behind, ascending }: Way): Promise<number | null> {
  const beyond = behind === null ? undefined : ascending ? gt(contact.id, behind) : lt(contact.id, behind);
  const [last] = await from
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, of.portalId), beyond))
    .orderBy(ascending ? asc(contact.id) : desc(contact.id))
    .limit(1)
    .offset(of.stretch - 1);
  return last?.id ?? null;
}
