import { and, asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { Actor } from "#lib/portals/actor.ts";

// As many as a bulk request takes by their ids.
const most = 10_000;

/** The portal's contacts at a domain, the oldest first. */
export async function idsAtDomain({ portalId }: Actor, key: string): Promise<number[]> {
  if (key === "") return [];
  const rows = await db
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.domainKey, key), eq(contact.portalId, portalId)))
    .orderBy(asc(contact.id))
    .limit(most);
  return rows.map(({ id }) => id);
}
