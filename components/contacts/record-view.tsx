import { Overview } from "#components/contacts/overview.tsx";
import { PropertyForm } from "#components/contacts/property-form.tsx";
import { PropertyHistory } from "#components/contacts/property-history.tsx";
import { Mark } from "#components/registration/mark.tsx";
import { PreflightBeside } from "#components/registration/preflight-panel.tsx";
import { markOfList } from "#components/lists/list-mark.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { type Contact, registrationProperties } from "#lib/contacts/contact.ts";
import type { ConversionLine, HistoryLine } from "#lib/contacts/queries/contact-record.ts";
import type { RecordViewName } from "#lib/contacts/record-address.ts";
import { belongs } from "#lib/lists/partner-lists.ts";
import type { ListView } from "#lib/lists/queries.ts";
import { properties, propertyGroups } from "#lib/properties/registry.ts";
import type { TimelineLine } from "#lib/registration/queries.ts";
import { longDay } from "#lib/words.ts";

type Props = {
  vendor: string;
  view: RecordViewName;
  group: string;
  contact: Contact;
  timeZone: string;
  conversions: readonly ConversionLine[];
  timeline: readonly TimelineLine[];
  history: readonly HistoryLine[];
  lists: readonly ListView[];
};

/** The middle of the record: what the sidebar chose. */
export function RecordMiddle(props: Props) {
  switch (props.view) {
    case "overview":
      return <Overview {...props} />;
    case "properties":
      return <Properties {...props} />;
    case "history":
      return (
        <>
          <h2 className="text-lg">Property History</h2>
          <PropertyHistory {...props} />
        </>
      );
    case "lists":
      return <Lists {...props} />;
    case "account":
      return <Empty title="Account">The company of this contact, with its other contacts, will stand here.</Empty>;
    case "workflows":
      return <Empty title="Workflows">The workflows this contact is in will stand here.</Empty>;
  }
}

function Properties({ contact, group, vendor }: Props) {
  const shown = group === "" ? propertyGroups : propertyGroups.filter(({ name }) => name === group);
  const values = { ...contact.values, ...registrationProperties(contact) };
  const cards = shown.map(({ name, label }) => (
    <Card key={`${name} ${contact.version}`} title={label}>
      {name === "company_information" && contact.status === "REGISTERED" ? (
        <p className="mb-4 rounded-md bg-expiring-bg px-3 py-2 text-sm text-expiring">
          {contact.domainKey} is registered to your portal until {longDay(contact.expires)}. With a website of another
          domain this contact leaves the registration; the registration stays with your portal.
        </p>
      ) : null}
      <PropertyForm
        contactId={contact.id}
        group={name}
        properties={properties.filter((property) => property.group === name)}
        values={values}
      />
    </Card>
  ));
  return (
    <PreflightBeside contactId={contact.id} values={contact.values} vendor={vendor} place="below">
      {cards}
    </PreflightBeside>
  );
}

function Lists({ contact, lists }: Props) {
  const mine = lists.filter(({ rule }) => rule !== "" && belongs(rule, contact));
  if (mine.length === 0)
    return <Empty title="In no list">A contact enters the partner lists once it was asked for.</Empty>;
  return (
    <Card title="Lists">
      <ul className="flex flex-col gap-2">
        {mine.map(({ id, name, rule }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            {rule === "" ? null : <Mark kind={markOfList(rule)} />}
            <LinkButton href={`/lists/${id}`} variant="quiet" size="small">
              {name}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
