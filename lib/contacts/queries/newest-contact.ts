import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** Id of the portal's newest contact; 0 where there is none. Ids only grow (decision D15). */
export async function newestContactId(actor: Actor): Promise<number> {
  const [newest] = await db
    .select({ id: contact.id })
    .from(contact)
    .where(eq(contact.portalId, actor.portalId))
    .orderBy(desc(contact.id))
    .limit(1);
  return newest?.id ?? 0;
}
