import { Interactions } from "#components/contacts/interactions.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Contact, registrationProperties } from "#lib/contacts/contact.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import type { InteractionsAddress } from "#lib/registration/interactions-address.ts";
import type { InteractionsPage } from "#lib/registration/queries/interactions.ts";

type Props = {
  contact: Contact;
  interactions: InteractionsPage | null;
  timeline: InteractionsAddress;
  timeZone: string;
  set: PropertySet;
};

/** The seed's page 1c: starred properties, then what has happened. */
export function Overview({ contact, interactions, timeline, timeZone, set }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <Starred contact={contact} timeZone={timeZone} set={set} />
      {interactions === null ? null : (
        <Interactions contactId={contact.id} page={interactions} address={timeline} timeZone={timeZone} />
      )}
    </div>
  );
}

/** What the portal has starred, in words. */
function Starred({ contact, timeZone, set }: Pick<Props, "contact" | "timeZone" | "set">) {
  const values = { ...contact.values, ...registrationProperties(contact) };
  return (
    <Card title="Starred">
      {set.starred.length === 0 && <p className="text-ink-3">Nothing is starred.</p>}
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {set.starred.map((property) => (
          <div key={property.name} className="min-w-0">
            <dt className="text-sm text-ink-3">{property.label}</dt>
            <dd className="break-words">
              {values[property.name] ? (
                <bdi>{shownValue(property, values[property.name] ?? "", timeZone)}</bdi>
              ) : (
                <span className="text-ink-3">Blank</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
