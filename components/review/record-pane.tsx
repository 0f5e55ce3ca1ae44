import Link from "next/link";
import { DismissForm } from "#components/review/dismiss-form.tsx";
import { FocusHeading } from "#components/review/focus-heading.tsx";
import { CommandKey } from "#components/review/key.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Field } from "#components/ui/field.tsx";
import { judgeFormAction } from "#lib/review/actions.ts";
import type { DismissalReason } from "#lib/review/dismissal-reasons.ts";
import type { Mend, ReviewRecord } from "#lib/review/record.ts";
import { fieldOf } from "#lib/review/verdict-form.ts";

type Props = {
  record: ReviewRecord;
  /** The address of this contact in the queue. */
  here: string;
  focused: boolean;
  mend: () => void;
  mendAll: () => void;
  skip: () => void;
  dismiss: (reason: DismissalReason) => void;
};

/** The contact at hand: only what fails, what is suggested in its place, and the verdicts. */
export function RecordPane({ record, here, focused, mend, mendAll, skip, dismiss }: Props) {
  const { id, version, name, mends } = record;
  return (
    <section aria-labelledby="at-hand" className="min-w-0 rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-4 py-3">
        <FocusHeading id="at-hand" focused={focused}>
          {name || "No name"}
        </FocusHeading>
        <Link
          href={`/contacts/${id}`}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-sm text-link underline"
        >
          Open the contact
        </Link>
      </header>
      <form
        data-mend
        action={judgeFormAction}
        onSubmit={(event) => {
          event.preventDefault();
          mend();
        }}
        className="flex flex-col gap-4 p-4"
      >
        <input type="hidden" name="verb" value="mend" />
        <input type="hidden" name="contactId" value={id} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="address" value={here.split("?")[1] ?? ""} />
        {mends.map((each) => (
          <MendField key={each.property} {...each} />
        ))}
        <ByHand record={record} />
        <Buttons {...{ record, here, mendAll, skip }} />
      </form>
      <DismissForm contactId={id} here={here} dismiss={dismiss} />
    </section>
  );
}

type ButtonsProps = Pick<Props, "record" | "here" | "mendAll" | "skip">;

function Buttons({ record: { domain, mends, mates }, here, mendAll, skip }: ButtonsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" variant="primary" aria-keyshortcuts="a">
        {mends.length === 0 ? "Request registration" : "Accept"} <CommandKey of="accept" />
      </Button>
      {mates.length === 0 ? null : (
        <Button onClick={mendAll} aria-keyshortcuts="d" className="noscript:hidden">
          Apply to all {mates.length + 1} at {domain} <CommandKey of="domain" />
        </Button>
      )}
      <LinkButton
        href={here}
        prefetch={false}
        variant="quiet"
        aria-keyshortcuts="s"
        onClick={(event) => {
          event.preventDefault();
          skip();
        }}
      >
        Skip <CommandKey of="skip" />
      </LinkButton>
    </div>
  );
}

function MendField({ property, label, saw, wrong, suggestion }: Mend) {
  return (
    <Field
      label={label}
      name={fieldOf(property)}
      required
      defaultValue={suggestion?.value ?? ""}
      aria-keyshortcuts="e"
      description={
        <>
          Now: {saw === "" ? "blank" : <bdi>“{saw}”</bdi>}. {wrong}
          <strong className="block font-semibold text-ink-2">
            {suggestion === null
              ? "Nothing suggests a value: type it (E), or dismiss the contact (X)."
              : `Suggested: ${suggestion.value}. ${suggestion.because}`}
          </strong>
        </>
      }
    />
  );
}

function ByHand({ record: { byHand, mends, conversions } }: { record: ReviewRecord }) {
  if (!byHand) return null;
  const why = conversions === 0 ? "No form was ever sent" : "Nothing is lacking any more";
  return (
    <p className="text-sm text-ink-2">
      {why}, so {mends.length === 0 ? "accepting requests" : "accepting also requests"} registration by hand.
      {conversions === 0 ? " That waives the conversion event." : ""}
    </p>
  );
}
