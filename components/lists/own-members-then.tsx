import { ContactLink } from "#components/contacts/contact-cells.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import type { OwnMembersThen } from "#lib/lists/queries/members-then.ts";
import { count, figure, longDay } from "#lib/words.ts";

type Props = { listId: number; typed: string; then: OwnMembersThen | null };

/** Who was in a list of the portal's own at the end of a day: a plain GET form, and under it the answer. */
export function OwnMembersThenCard({ listId, typed, then }: Props) {
  return (
    <Card title="As of">
      <div className="flex flex-col gap-4">
        <form action={`/lists/${listId}`} className="flex flex-wrap items-end gap-2">
          <Field
            key={typed}
            label="Who was in it at the end of this day"
            type="date"
            name="asof"
            required
            defaultValue={typed}
            error={typed !== "" && then === null ? "Write it as YYYY-MM-DD." : undefined}
          />
          <Button type="submit">Look back</Button>
        </form>
        {then === null ? null : <Then then={then} />}
      </div>
    </Card>
  );
}

function Then({ then: { on, size, members } }: { then: OwnMembersThen }) {
  if (size === 0) return <p className="text-ink-2">Nobody was in this list on {longDay(on)}.</p>;
  return (
    <>
      <p>
        {count(size, "contact")} on {longDay(on)}.
        {members.length < size ? ` The first ${figure(members.length)} of them:` : ""}
      </p>
      <ul className="flex flex-col gap-1" aria-label={`Members on ${longDay(on)}`}>
        {members.map(({ id, name }) => (
          <li key={id}>
            <ContactLink id={id} name={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
