import { ContactLists } from "#components/contacts/contact-lists.tsx";
import { Overview } from "#components/contacts/overview.tsx";
import { PropertyHistory } from "#components/contacts/property-history.tsx";
import { PublicContactUrl } from "#components/contacts/public-link.tsx";
import { RecordProperties } from "#components/contacts/record-properties.tsx";
import { Empty } from "#components/ui/empty.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { HistoryLine } from "#lib/contacts/queries/contact-record.ts";
import type { PublicLink } from "#lib/contacts/public-link.ts";
import type { RecordAddress } from "#lib/contacts/record-address.ts";
import type { ContactSettings } from "#lib/contacts/settings.ts";
import type { ListView } from "#lib/lists/queries.ts";
import type { ListOfContact } from "#lib/lists/queries/members.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import type { InteractionsAddress } from "#lib/registration/interactions-address.ts";
import type { InteractionsPage } from "#lib/registration/queries/interactions.ts";

type Props = {
  vendor: string;
  address: RecordAddress;
  contact: Contact;
  timeZone: string;
  link: PublicLink | null;
  origin: string;
  settings: ContactSettings;
  interactions: InteractionsPage | null;
  timeline: InteractionsAddress;
  history: readonly HistoryLine[];
  lists: readonly ListView[];
  ownLists: readonly ListOfContact[];
  set: PropertySet;
  mayStar: boolean;
};

/** The middle of the record: what the sidebar chose. */
export function RecordMiddle(props: Props) {
  switch (props.address.view) {
    case "overview":
      return <Overview {...props} />;
    case "properties":
      return <RecordProperties {...props} />;
    case "history":
      return <PropertyHistory {...props} />;
    case "lists":
      return <ContactLists {...props} />;
    case "account":
      return <Empty title="Account">The company of this contact, with its other contacts, will stand here.</Empty>;
    case "public":
      return <PublicContactUrl {...props} />;
    case "workflows":
      return <Empty title="Workflows">The workflows this contact is in will stand here.</Empty>;
  }
}
