import { CloseAs } from "#components/contacts/close-as.tsx";
import { OptOut } from "#components/contacts/opt-out.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Drop } from "#components/ui/drop.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { ContactSettings } from "#lib/contacts/settings.ts";

type Props = { contact: Contact; settings: ContactSettings };

/** What can be done with a contact, in the words and the order of the seed's page 1c. */
export function RecordActions({ contact, settings }: Props) {
  const { id, values, lifecycleStage } = contact;
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={`/contacts/${id}?view=lists`} size="small" prefetch={false}>
        + Add/Remove from Lists
      </LinkButton>
      <Drop variant="secondary" size="small" label="Resync with Salesforce">
        <p className="max-w-80 px-4 py-3 text-sm text-ink-2">
          Dibs has no connection to Salesforce, so there is nothing to resync. What changed there comes by an import or
          by the API; “View in Salesforce” beside this record leads to it.
        </p>
      </Drop>
      <OptOut contactId={id} optedOut={values["email_opt_out"] === "true"} note={settings.emailNote} />
      <CloseAs contactId={id} stage={lifecycleStage} />
    </div>
  );
}
