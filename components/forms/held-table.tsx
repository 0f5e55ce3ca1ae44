import { sentInWords } from "#components/forms/sent-in-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Table, Tbody, Td, Th, Thead, Tr } from "#components/ui/table.tsx";
import { judgeHeldAction } from "#lib/forms/actions.ts";
import type { SubmissionLine } from "#lib/forms/queries/forms.ts";
import { suspicionsInWords } from "#lib/forms/suspicion.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = {
  formId: number;
  lines: readonly SubmissionLine[];
  labels: Readonly<Record<string, string>>;
  timeZone: string;
};

/** What looked like spam, and the verdict of a person. */
export function HeldTable({ formId, lines, labels, timeZone }: Props) {
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-2">
        These looked like spam. Accept what is not: it becomes a contact with its conversion, as if it had just been
        sent.
      </p>
      <Table label="Held back">
        <Thead>
          <Th>E-mail</Th>
          <Th>When</Th>
          <Th>What was sent</Th>
          <Th>Verdict</Th>
        </Thead>
        <Tbody>
          {lines.map(({ id, at, email, values, why }) => (
            <Tr key={id}>
              <Td on="title">
                <bdi>{email}</bdi>
              </Td>
              <Td>{dateAndTime(at, timeZone)}</Td>
              <Td flow="prose">
                <bdi>{sentInWords(values, labels)}</bdi>
                <span className="block text-sm text-ink-3">Held back: {suspicionsInWords(why)}.</span>
              </Td>
              <Td>
                <Verdicts formId={formId} id={id} email={email} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {lines.length < 2 ? null : <DiscardAll formId={formId} ids={lines.map(({ id }) => id)} />}
    </div>
  );
}

function Verdicts({ formId, id, email }: { formId: number; id: number; email: string }) {
  return (
    <form action={judgeHeldAction} className="flex gap-1">
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="ids" value={id} />
      <Button type="submit" name="verdict" value="accepted" size="small" aria-label={`Accept ${email}`}>
        Accept
      </Button>
      <Button
        type="submit"
        name="verdict"
        value="discarded"
        size="small"
        variant="quiet"
        aria-label={`Discard ${email}`}
      >
        Discard
      </Button>
    </form>
  );
}

function DiscardAll({ formId, ids }: { formId: number; ids: readonly number[] }) {
  return (
    <form action={judgeHeldAction}>
      <input type="hidden" name="formId" value={formId} />
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
      <Button type="submit" name="verdict" value="discarded" variant="danger">
        Discard these {count(ids.length, "submission")}
      </Button>
    </form>
  );
}
