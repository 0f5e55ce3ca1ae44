import { timingSafeEqual } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { publicLink } from "#db/schema/contact-records.ts";
import { contact } from "#db/schema/contacts.ts";
import { portal } from "#db/schema/portals.ts";
import { now } from "#lib/clock.ts";
import { registrationProperties } from "#lib/contacts/contact.ts";
import { isLive, type PublicLink, readToken, tokenOf } from "#lib/contacts/public-link.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { sealOf } from "#lib/portals/commands/seal.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { shownValue } from "#lib/properties/shown-value.ts";

/** The public URL of a contact of the portal; null where there is none, or where it has ended. */
export async function linkOf(actor: Actor, contactId: number): Promise<PublicLink | null> {
  const [found] = await db
    .select()
    .from(publicLink)
    .where(
      and(eq(publicLink.contactId, contactId), eq(publicLink.portalId, actor.portalId), isNull(publicLink.revokedAt)),
    );
  if (found === undefined || !isLive(found, now())) return null;
  const { id, who, createdAt, endsAt, views, viewedAt } = found;
  const seal = (await sealOfLink(found)).toString("base64url");
  return { path: `/p/${tokenOf(id, seal)}`, who, createdAt, endsAt, views, viewedAt };
}

export type SharedContact = {
  linkId: number;
  portalName: string;
  endsAt: number | null;
  timeZone: string;
  shown: readonly { label: string; value: string }[];
};

/**
 * What a public URL shows: the properties that the portal allows, as they are now. A token that is wrong, revoked, ended, or
 * whose contact is gone, is answered alike.
 */
export async function sharedContact(token: string): Promise<SharedContact | undefined> {
  const read = readToken(token);
  if (read === null) return undefined;
  const [found] = await db
    .select({ link: publicLink, contact, portalName: portal.name, timeZone: portal.timeZone })
    .from(publicLink)
    .innerJoin(contact, and(eq(contact.id, publicLink.contactId), eq(contact.portalId, publicLink.portalId)))
    .innerJoin(portal, eq(portal.hubId, publicLink.portalId))
    .where(and(eq(publicLink.id, read.id), isNull(publicLink.revokedAt)));
  if (found === undefined || !isLive(found.link, now())) return undefined;
  const [given, right] = [Buffer.from(read.seal, "base64url"), await sealOfLink(found.link)];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;

  const { link, portalName, timeZone } = found;
  const [{ shared }, { named }] = await Promise.all([
    contactSettingsOf(db, link.portalId),
    propertiesOf(db, link.portalId),
  ]);
  const values = { ...found.contact.values, ...registrationProperties(found.contact) };
  const shown = shared.flatMap((name) => {
    const property = named(name);
    const value = shownValue(property, values[name] ?? "", timeZone);
    return property === undefined || property.archived || value === "" ? [] : [{ label: property.label, value }];
  });
  return { linkId: link.id, portalName, endsAt: link.endsAt, timeZone, shown };
}

/** Nobody makes it who has the database alone, or the program's secret alone. */
function sealOfLink({ id, salt }: { id: number; salt: string }): Promise<Buffer> {
  return sealOf(`public-contact ${id} ${salt}`);
}
