import { Card } from "#components/ui/card.tsx";
import { type Contact, registrationProperties } from "#lib/contacts/contact.ts";
import type { ConversionLine } from "#lib/contacts/queries/contact-record.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { shownValue } from "#lib/properties/shown-value.ts";
import type { TimelineLine } from "#lib/registration/queries.ts";
import { timelineInWords } from "#lib/registration/timeline.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = {
  contact: Contact;
  conversions: readonly ConversionLine[];
  timeline: readonly TimelineLine[];
  timeZone: string;
  set: PropertySet;
};

/** The seed's page 1c: starred properties, then what has happened. */
export function Overview({ contact, conversions, timeline, timeZone, set }: Props) {
  const interactions = [
    ...conversions.map(({ id, at, form }) => ({ key: `form ${id}`, at, words: `Sent the form “${form}”` })),
    ...timeline.map((line) => ({ key: `event ${line.number}`, at: line.at, words: timelineInWords(line) })),
  ].toSorted((a, b) => b.at - a.at);

  return (
    <div className="flex flex-col gap-4">
      <Starred contact={contact} timeZone={timeZone} set={set} />
      <Card title={`Showing All ${count(interactions.length, "Interaction")}`}>
        {interactions.length === 0 && <p className="text-ink-3">Forms sent and registrations will stand here.</p>}
        <ol className="flex flex-col gap-2">
          {interactions.map(({ key, at, words }) => (
            <li key={key} className="flex flex-wrap gap-x-4 border-b border-line pb-2 last:border-b-0 last:pb-0">
              <span className="min-w-0 flex-1 break-words">{words}</span>
              <span className="text-sm text-ink-3">{dateAndTime(at, timeZone)}</span>
            </li>
          ))}
        </ol>
      </Card>
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
