import { db } from "#db/client.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { firstLineOf, stageSince } from "#lib/contacts/queries/contact-record.ts";
import { photoMarkOf } from "#lib/contacts/queries/photo.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { newestInteraction } from "#lib/registration/queries/interactions.ts";

/** What stands over every part of a record, beside the contact itself. */
export async function headOf(actor: Actor, contact: Contact) {
  const [photo, settings, first, last, since] = await Promise.all([
    photoMarkOf(actor, contact.id),
    contactSettingsOf(db, actor.portalId),
    firstLineOf(actor, contact.id),
    newestInteraction(actor, contact),
    stageSince(actor, contact.id),
  ]);
  return { photo, settings, touched: { first, last, stageSince: since } };
}
