import { and, eq, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { contactPhoto } from "#db/schema/contact-records.ts";
import { contact } from "#db/schema/contacts.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** The mark of a contact's photo, which changes with it; null where there is none. */
export async function photoMarkOf(actor: Actor, contactId: number): Promise<string | null> {
  const [found] = await markOfContact().execute({ portalId: actor.portalId, contactId });
  return found?.mark ?? null;
}

const ofContact = and(
  eq(contactPhoto.contactId, sql.placeholder("contactId")),
  eq(contactPhoto.portalId, sql.placeholder("portalId")),
);

const markOfContact = preparedOnce((reader) =>
  reader.select({ mark: contactPhoto.mark }).from(contactPhoto).where(ofContact),
);

type Kept = Pick<typeof contactPhoto.$inferSelect, "type" | "bytes" | "mark">;

/** Undefined also for a contact that is deleted: what is left of it is for those who restore it. */
export async function photoOf(actor: Actor, contactId: number): Promise<Kept | undefined> {
  const [found] = await db
    .select({ type: contactPhoto.type, bytes: contactPhoto.bytes, mark: contactPhoto.mark })
    .from(contactPhoto)
    .innerJoin(contact, and(eq(contact.id, contactPhoto.contactId), eq(contact.portalId, actor.portalId)))
    .where(and(eq(contactPhoto.contactId, contactId), eq(contactPhoto.portalId, actor.portalId)));
  return found;
}
