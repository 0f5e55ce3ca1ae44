import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Field, FieldSelect } from "#components/ui/field.tsx";
import { makeLinkAction, revokeLinkAction } from "#lib/contacts/actions/public-link.ts";
import { linkDays, type PublicLink } from "#lib/contacts/public-link.ts";
import { labelIn, type PropertySet } from "#lib/properties/property-set.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = {
  contact: { id: number };
  link: PublicLink | null;
  origin: string;
  settings: { shared: readonly string[] };
  set: PropertySet;
  timeZone: string;
  mayStar: boolean;
};

/** "Public Contact URL" of the seed's page 1c: who has it sees a little of the contact, until it is revoked. */
export function PublicContactUrl({ contact, link, origin, settings, set, timeZone, mayStar: isAdmin }: Props) {
  const labels = settings.shared.map((name) => labelIn(set, name));
  return (
    <Card title="Public Contact URL">
      <div className="flex flex-col items-start gap-4">
        <p className="max-w-prose">
          Whoever has the address sees this contact without signing in, as it is at that moment, and nothing else of
          your portal but its name.
        </p>
        <p className="max-w-prose">
          {labels.length === 0 ? "It shows nothing: no property may be shown." : `It shows: ${labels.join(", ")}.`}{" "}
          <span className="text-ink-3">What is blank is left out.</span>
        </p>
        {isAdmin ? (
          <LinkButton href="/settings#shared" size="small">
            Choose what it shows
          </LinkButton>
        ) : (
          <p className="text-sm text-ink-3">An admin of the portal chooses what it shows, under Contacts Settings.</p>
        )}
        {link === null ? null : <Standing {...{ link, origin, timeZone }} contactId={contact.id} />}
        <MakeLink contactId={contact.id} exists={link !== null} />
      </div>
    </Card>
  );
}

type StandingProps = { contactId: number; link: PublicLink; origin: string; timeZone: string };

function Standing({ contactId, link, origin, timeZone }: StandingProps) {
  const { path, who, createdAt, endsAt, views, viewedAt } = link;
  const address = `${origin}${path}`;
  return (
    <div className="flex w-full flex-col items-start gap-3 border-y border-line py-4">
      <Field label="Public URL" readOnly value={address} className="w-full max-w-xl" />
      <p className="text-sm text-ink-2">
        Made by <bdi>{who}</bdi> on {dateAndTime(createdAt, timeZone)}.{" "}
        {endsAt === null ? "It has no end." : `It ends on ${dateAndTime(endsAt, timeZone)}.`}{" "}
        {viewedAt === null
          ? "Nobody has opened it yet."
          : `Opened ${count(views, "time")}, last on ${dateAndTime(viewedAt, timeZone)}.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={address} />
        <form action={revokeLinkAction}>
          <input type="hidden" name="contactId" value={contactId} />
          <Button type="submit" variant="danger">
            Revoke the URL
          </Button>
        </form>
      </div>
    </div>
  );
}

function MakeLink({ contactId, exists }: { contactId: number; exists: boolean }) {
  return (
    <form action={makeLinkAction} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="contactId" value={contactId} />
      <FieldSelect label={exists ? "Another URL ends" : "It ends"} name="days" defaultValue="30">
        {linkDays.map((days) => (
          <option key={days} value={days}>
            {days === 0 ? "never" : `after ${days} days`}
          </option>
        ))}
      </FieldSelect>
      <Button type="submit">{exists ? "Make another in its place" : "Make a public URL"}</Button>
    </form>
  );
}
