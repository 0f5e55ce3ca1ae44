import { ContactEmailCard } from "#components/settings/contact-email-card.tsx";
import { SalesforceCard } from "#components/settings/salesforce-card.tsx";
import { SharedCard } from "#components/settings/shared-card.tsx";
import { db } from "#db/client.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

/** What the portal says of its records: email, Salesforce, public URLs. */
export async function ContactSettingsCards({ actor, done }: { actor: Actor; done: string | undefined }) {
  const [settings, set] = await Promise.all([contactSettingsOf(db, actor.portalId), propertiesOf(db, actor.portalId)]);
  const isAdmin = actor.role === "admin";
  return (
    <>
      <div id="contact-email" className="scroll-mt-24">
        <ContactEmailCard {...{ settings, isAdmin }} />
      </div>
      <div id="salesforce" className="scroll-mt-24">
        <SalesforceCard salesforce={settings.salesforce} isAdmin={isAdmin} refused={done === "not-salesforce"} />
      </div>
      <div id="shared" className="scroll-mt-24">
        <SharedCard shared={settings.shared} set={set} isAdmin={isAdmin} />
      </div>
    </>
  );
}
