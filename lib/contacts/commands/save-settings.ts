import type { Db } from "#db/client.ts";
import { contactSetting } from "#db/schema/contact-records.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import { type ContactSettings, longestNote, readSalesforce } from "#lib/contacts/settings.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Changes some of what the portal says of its records; only an admin may. */
export async function saveContactSettings(
  tx: Db,
  { portalId, role }: Pick<Actor, "portalId" | "role">,
  asked: Partial<ContactSettings>,
): Promise<Result<ContactSettings, "not-salesforce" | "not-admin">> {
  if (role !== "admin") return no("not-admin");
  const wanted = { ...(await contactSettingsOf(tx, portalId)), ...asked };
  const salesforce = readSalesforce(wanted.salesforce);
  if (!salesforce.ok) return salesforce;
  const { named } = await propertiesOf(tx, portalId);
  const settings = {
    formsOptIn: wanted.formsOptIn,
    emailNote: wanted.emailNote.trim().slice(0, longestNote),
    salesforce: salesforce.value,
    shared: wanted.shared.filter((name) => named(name) !== undefined),
  };
  await tx
    .insert(contactSetting)
    .values({ portalId, ...settings })
    .onConflictDoUpdate({ target: contactSetting.portalId, set: settings });
  return yes(settings);
}
