import { Card } from "#components/ui/card.tsx";
import type { SharedContact } from "#lib/contacts/queries/public-link.ts";
import { dayIn } from "#lib/day.ts";
import { longDay } from "#lib/words.ts";

/** What a public URL shows of a contact, and nothing else of the portal but its name. */
export function SharedContactCard({ shared: { portalName, shown, endsAt, timeZone } }: { shared: SharedContact }) {
  return (
    <>
      <header className="flex flex-col gap-1">
        <p className="text-lg font-semibold text-accent">Dibs</p>
        <h1 className="text-2xl">Shared contact</h1>
      </header>
      <Card>
        {shown.length === 0 ? <p>Nothing of this contact may be shown.</p> : null}
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {shown.map(({ label, value }) => (
            <div key={label} className="min-w-0">
              <dt className="text-sm text-ink-3">{label}</dt>
              <dd className="break-words">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <p className="text-sm text-ink-3">
        Shared by <bdi>{portalName}</bdi>
        {endsAt === null ? "" : ` until ${longDay(dayIn(timeZone, endsAt))}`}.
      </p>
    </>
  );
}
