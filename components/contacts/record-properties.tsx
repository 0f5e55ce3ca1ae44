import { PropertyForm } from "#components/contacts/property-form.tsx";
import { SearchProperties } from "#components/properties/search-properties.tsx";
import { StarForm } from "#components/properties/star.tsx";
import { PreflightBeside } from "#components/registration/preflight-panel.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { type Contact, registrationProperties } from "#lib/contacts/contact.ts";
import { type RecordAddress, recordAddress } from "#lib/contacts/record-address.ts";
import { inputValue } from "#lib/properties/input.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { propertiesFound } from "#lib/properties/search.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import { longDay } from "#lib/words.ts";

type Props = {
  vendor: string;
  address: RecordAddress;
  contact: Contact;
  timeZone: string;
  set: PropertySet;
  mayStar: boolean;
};

/** The seed's page 1d: All Properties with a search, by group in the portal's own order. */
export function RecordProperties({ vendor, address, contact, timeZone, set, mayStar }: Props) {
  const values = { ...contact.values, ...registrationProperties(contact) };
  const shown = new Map(set.all.map((each) => [each.name, shownValue(each, values[each.name] ?? "", timeZone)]));
  const there = set.all.filter(({ name, archived }) => !archived || shown.get(name) !== "");
  const found = propertiesFound(there, address.search, ({ name }) => shown.get(name) ?? "");
  const fields = found.map((each): [string, string] => [
    each.name,
    each.owned || each.archived ? (shown.get(each.name) ?? "") : inputValue(each, values[each.name] ?? "", timeZone),
  ]);
  const asFields = Object.fromEntries(fields);
  const groups = set.groups
    .filter(({ name }) => address.group === "" || name === address.group)
    .map((group) => ({ ...group, properties: found.filter((property) => property.group === group.name) }))
    .filter(({ properties }) => properties.length > 0);
  const stars = { names: set.starred.map(({ name }) => name), mayStar };
  const back = recordAddress(contact.id, address);

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg">All Properties</h2>
        <SearchProperties action={`/contacts/${contact.id}`} search={address.search} view="properties" />
      </div>
      {mayStar && <StarForm />}
      <PreflightBeside contactId={contact.id} values={contact.values} vendor={vendor} place="below">
        {groups.length === 0 && <Empty title="No property matches">Search for a part of its name or value.</Empty>}
        {groups.map(({ name, label, properties }) => (
          <Card key={`${name} ${contact.version}`} title={label}>
            {name === "company_information" && contact.status === "REGISTERED" ? <Leaving contact={contact} /> : null}
            <PropertyForm
              contactId={contact.id}
              backTo={back}
              properties={properties}
              values={asFields}
              stars={stars}
            />
          </Card>
        ))}
      </PreflightBeside>
    </>
  );
}

function Leaving({ contact }: { contact: Contact }) {
  return (
    <p className="mb-4 rounded-md bg-expiring-bg px-3 py-2 text-sm text-expiring">
      {contact.domainKey} is registered to your portal until {longDay(contact.expires)}. With a website of another
      domain this contact leaves the registration; the registration stays with your portal.
    </p>
  );
}
