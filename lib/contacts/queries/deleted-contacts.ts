import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { tombstone } from "#db/schema/endings.ts";
import { now } from "#lib/clock.ts";
import { type Place, spellPlace } from "#lib/contacts/filter.ts";
import { escaped, wordsOf } from "#lib/contacts/search-words.ts";
import { asItWas, restorableDays } from "#lib/contacts/was.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** A deleted contact of the portal. */
export type Deleted = {
  id: number;
  name: string;
  email: string;
  deletedAt: number;
  who: string;
  /** Whole days, at least one, in which it can still be restored. */
  daysLeft: number;
  mergedInto: number | null;
};

export type DeletedPage = { rows: Deleted[]; next: string | null; previous: string | null };

const pageSize = 50;
const dayMs = 86_400_000;

/** Those that can be restored, newest first, a page by key. */
export async function deletedPage(
  actor: Actor,
  { search, place }: { search: string; place: Place | null },
): Promise<DeletedPage> {
  const backwards = place?.towards === "previous";
  const order = sql.raw(backwards ? "asc" : "desc");
  const found = await db
    .select()
    .from(tombstone)
    .where(
      and(
        eq(tombstone.portalId, actor.portalId),
        // Spelled out, or SQLite would not see that the partial index holds all of them.
        sql`${tombstone.forgottenAt} is null and ${tombstone.mergedInto} is null`,
        gte(tombstone.deletedAt, now() - restorableDays * dayMs),
        place === null ? undefined : beyond(place),
        ...wordsOf(search).map((word) => sql`${tombstone.search} like ${`%${escaped(word)}%`} escape '!'`),
      ),
    )
    .orderBy(sql`${tombstone.deletedAt} ${order}`, sql`${tombstone.contactId} ${order}`)
    .limit(pageSize + 1);
  const page = found.slice(0, pageSize).map(deletedFrom);
  const rows = backwards ? page.toReversed() : page;
  const more = found.length > pageSize;
  return {
    rows,
    next: backwards || more ? placeAt(rows.at(-1), "next") : null,
    previous: (backwards && more) || (!backwards && place !== null) ? placeAt(rows[0], "previous") : null,
  };
}

function beyond({ value, id, towards }: Place) {
  const at = Number(value);
  const sign = sql.raw(towards === "next" ? "<" : ">");
  return sql`(${tombstone.deletedAt}, ${tombstone.contactId}) ${sign} (${Number.isSafeInteger(at) ? at : 0}, ${id})`;
}

function placeAt(row: Deleted | undefined, towards: Place["towards"]): string | null {
  return row === undefined ? null : spellPlace({ value: String(row.deletedAt), id: row.id, towards });
}

/** One that was deleted, or became a part of another one; not there once it was given up for good. */
export async function deletedContact(actor: Actor, id: number): Promise<Deleted | undefined> {
  if (id === 0) return undefined;
  const [found] = await db
    .select()
    .from(tombstone)
    .where(and(eq(tombstone.portalId, actor.portalId), eq(tombstone.contactId, id), isNull(tombstone.forgottenAt)));
  return found === undefined ? undefined : deletedFrom(found);
}

function deletedFrom(row: typeof tombstone.$inferSelect): Deleted {
  const { id, name, email } = asItWas(row);
  const { deletedAt, who, mergedInto } = row;
  const daysLeft = Math.max(1, Math.ceil((deletedAt + restorableDays * dayMs - now()) / dayMs));
  return { id, name, email, deletedAt, who, daysLeft, mergedInto };
}
