import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { type Values, withValues } from "#lib/contacts/contact.ts";
import { readEdit } from "#lib/contacts/edit.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { standardSet } from "#lib/properties/property-set.ts";

/** What an edit would cost: the domain that a registered contact leaves, and where it goes ('' for no domain at all). */
export type Leaving = { from: string; to: string; expires: string };

/** Null where nothing is lost by it (event E19). */
export async function leavingDomain(
  from: Db,
  actor: Actor,
  edit: { contactId: number; values: Values },
): Promise<Leaving | null> {
  const website = edit.values["website"];
  if (website === undefined) return null;
  const [before] = await from
    .select()
    .from(contact)
    .where(and(eq(contact.portalId, actor.portalId), eq(contact.id, edit.contactId)));
  if (before?.registrationId == null) return null;
  const { domainKey } = withValues(before, { ...before.values, ...readEdit({ website }, standardSet).values });
  return domainKey === before.domainKey ? null : { from: before.domainKey, to: domainKey, expires: before.expires };
}
