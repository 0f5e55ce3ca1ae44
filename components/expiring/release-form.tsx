import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { releaseAction } from "#lib/notices/actions/expiring.ts";
import type { ChosenRegistration } from "#lib/notices/queries/chosen.ts";
import { count, longDay } from "#lib/words.ts";

type Props = { chosen: readonly ChosenRegistration[]; coolDownDays: number; back: string };

const mostShown = 200;

/** What releasing means, domain by domain, before the one button that does it. */
export function ReleaseForm({ chosen, coolDownDays, back }: Props) {
  const many = chosen.length;
  const left = many - mostShown;
  return (
    <>
      <Consequence chosen={chosen} coolDownDays={coolDownDays} />
      <Card title={count(many, "domain")}>
        <ul className="flex flex-col gap-1">
          {chosen.slice(0, mostShown).map(({ id, key, expires, contacts }) => (
            <li key={id} className="flex flex-wrap gap-x-3">
              <bdi className="font-semibold">{key}</bdi>
              <span className="text-ink-2">
                yours until {longDay(expires)}, {count(contacts, "contact")} attached
              </span>
            </li>
          ))}
          {left > 0 ? <li className="text-ink-3">And {count(left, "more", "more")}.</li> : null}
        </ul>
      </Card>
      <form action={releaseAction} className="flex max-w-md flex-col gap-4">
        <input type="hidden" name="ids" value={chosen.map(({ id }) => id).join(" ")} />
        <Field
          label="Reason"
          name="reason"
          maxLength={500}
          description="Optional. It stands in the history of the domain."
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="danger">
            Release {count(many, "domain")}
          </Button>
          <LinkButton href={back} variant="quiet">
            Cancel
          </LinkButton>
        </div>
      </form>
    </>
  );
}

function Consequence({ chosen, coolDownDays }: Pick<Props, "chosen" | "coolDownDays">) {
  const contacts = chosen.reduce((sum, each) => sum + each.contacts, 0);
  const one = chosen.length === 1;
  return (
    <Card title="What this does">
      <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5">
        <li>
          {one ? "The domain is" : "The domains are"} free at once. Anyone may register {one ? "it" : "them"}, also
          another partner, and whoever watches {one ? "it" : "them"} is told.
        </li>
        <li>
          {contacts === 0
            ? "No contact is attached, so none changes."
            : `${count(contacts, "contact")} ${contacts === 1 ? "goes" : "go"} blank: no longer Registered, without an expiration date.`}
        </li>
        <li>
          {coolDownDays === 0
            ? "You may ask again, and will stand in line like everyone else."
            : `Your portal may ask again only after ${count(coolDownDays, "day")}.`}
        </li>
        <li>It cannot be undone.</li>
      </ul>
    </Card>
  );
}
