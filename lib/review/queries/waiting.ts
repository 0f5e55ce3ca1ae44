import { and, eq, inArray, isNull, notExists, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { dismissal } from "#db/schema/review.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** In Invalid Data, with nothing open that will be decided anyway, and not put aside since its decision. */
export function waiting(from: Db, actor: Actor, ...more: (SQL | undefined)[]): SQL | undefined {
  const aside = from
    .select({ one: sql`1` })
    .from(dismissal)
    .where(and(eq(dismissal.contactId, contact.id), eq(dismissal.decidedBy, contact.decidedBy)));
  // Spelled out: SQLite takes the partial index only where the query repeats its condition.
  const failing = sql`${contact.failed} <> ''`;
  return and(eq(contact.portalId, actor.portalId), failing, isNull(contact.openRequest), notExists(aside), ...more);
}

/** Of these contacts, those that still need a verdict. */
export async function waitingAmong(from: Db, actor: Actor, ids: readonly number[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  return from
    .select()
    .from(contact)
    .where(waiting(from, actor, inArray(contact.id, [...ids])));
}
