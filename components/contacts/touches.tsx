import type { Contact } from "#lib/contacts/contact.ts";
import type { FirstLine } from "#lib/contacts/queries/contact-record.ts";
import { dayIn } from "#lib/day.ts";
import { lifecycleStageLabel } from "#lib/properties/lifecycle-stages.ts";
import type { Interaction } from "#lib/registration/interactions.ts";
import { kindInWords } from "#lib/registration/interactions-address.ts";
import { longAgo, longDay } from "#lib/words.ts";

/** The first and the newest line of what has happened, and since when the stage is what it is. */
export type Touched = {
  first: FirstLine | undefined;
  last: Interaction | undefined;
  stageSince: number | null;
};

type Props = { contact: Contact; touched: Touched; now: number; timeZone: string };

/** The seed's three touches over the record (page 1c): "2 Years Ago, Import". */
export function Touches({ contact, touched: { first, last, stageSince }, now, timeZone }: Props) {
  return (
    <dl className="grid gap-x-6 gap-y-2 border-y border-line py-3 sm:grid-cols-3">
      <Touch label="First Touch" more={`, ${firstTouches[first?.source ?? "person"]}`}>
        {longAgo(contact.createdAt, now)}
      </Touch>
      <Touch label="Last Touch" more={`, ${last === undefined ? "Added" : kindInWords(last.kind, 1)}`}>
        {longAgo(last?.at ?? contact.createdAt, now)}
      </Touch>
      <Touch label="Lifecycle Stage" more={` Since ${longDay(dayIn(timeZone, stageSince ?? contact.createdAt))}`}>
        {lifecycleStageLabel(contact.lifecycleStage) || "None"}
      </Touch>
    </dl>
  );
}

const firstTouches: Readonly<Record<FirstLine["source"], string>> = {
  import: "Import",
  form: "Form",
  api: "API",
  person: "Added",
  engine: "Added",
  demo: "Added",
};

function Touch({ label, more, children }: { label: string; more: string; children: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd>
        <span className="font-semibold">{children}</span>
        <span className="text-sm text-ink-2">{more}</span>
      </dd>
    </div>
  );
}
