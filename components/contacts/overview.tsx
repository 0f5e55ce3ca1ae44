import { Card } from "#components/ui/card.tsx";
import type { Contact } from "#lib/contacts/contact.ts";
import type { ConversionLine } from "#lib/contacts/queries/contact-record.ts";
import { propertyNamed } from "#lib/properties/registry.ts";
import type { TimelineLine } from "#lib/registration/queries.ts";
import { timelineInWords } from "#lib/registration/timeline.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = {
  contact: Contact;
  conversions: readonly ConversionLine[];
  timeline: readonly TimelineLine[];
  timeZone: string;
};

const starred = [
  "firstname",
  "lastname",
  "email",
  "company",
  "website",
  "phone",
  "owner",
  "twitter_username",
  "follower_count",
  "original_source_type",
  "recent_conversion",
];

/** The seed's page 1c: starred properties, then what has happened. */
export function Overview({ contact, conversions, timeline, timeZone }: Props) {
  const interactions = [
    ...conversions.map(({ id, at, form }) => ({ key: `form ${id}`, at, words: `Sent the form “${form}”` })),
    ...timeline.map((line) => ({ key: `event ${line.number}`, at: line.at, words: timelineInWords(line) })),
  ].toSorted((a, b) => b.at - a.at);

  return (
    <div className="flex flex-col gap-4">
      <Card title="Starred">
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {starred.map((name) => (
            <div key={name} className="min-w-0">
              <dt className="text-sm text-ink-3">{propertyNamed(name)?.label}</dt>
              <dd className="break-words">
                {contact.values[name] ? <bdi>{contact.values[name]}</bdi> : <span className="text-ink-3">Blank</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
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
