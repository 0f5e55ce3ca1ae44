import { eq, sql } from "drizzle-orm";
import { type Db, preparedOnce } from "#db/client.ts";
import { contactSetting } from "#db/schema/contact-records.ts";
import { type ContactSettings, settingsAtFirst } from "#lib/contacts/settings.ts";

export async function contactSettingsOf(from: Db, portalId: number): Promise<ContactSettings> {
  const [said] = await ofPortal(from).execute({ portalId });
  return said ?? settingsAtFirst;
}

const ofPortal = preparedOnce((on) =>
  on
    .select({
      formsOptIn: contactSetting.formsOptIn,
      emailNote: contactSetting.emailNote,
      salesforce: contactSetting.salesforce,
      shared: contactSetting.shared,
    })
    .from(contactSetting)
    .where(eq(contactSetting.portalId, sql.placeholder("portalId"))),
);
