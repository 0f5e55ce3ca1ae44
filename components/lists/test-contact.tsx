import { Check, X } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Tested } from "#lib/lists/queries/members.ts";
import type { Reason } from "#lib/lists/why.ts";

type Props = { listId: number; asked: string; tested: Tested | undefined };

/** "Why is this contact in this list, or not?", line by line. A plain form, so that it needs no JavaScript. */
export function TestContact({ listId, asked, tested }: Props) {
  return (
    <Card title="Test a contact">
      <form action={`/lists/${listId}`} className="flex flex-wrap items-end gap-2">
        <Field
          label="E-mail or id of a contact"
          name="test"
          defaultValue={asked}
          className="min-w-56 flex-1 sm:max-w-80"
        />
        <Button type="submit">Test</Button>
      </form>
      {asked === "" ? null : (
        <div className="mt-4">{tested === undefined ? <Unknown /> : <Answer tested={tested} />}</div>
      )}
    </Card>
  );
}

function Unknown() {
  return <Notice tone="warning" title="No contact has that e-mail or id. Copy one of them from its record." />;
}

function Answer({ tested: { contact, member, reason } }: { tested: Tested }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="font-semibold">
        <Link href={`/contacts/${contact.id}`} className="text-link underline">
          <bdi>{contact.name || `Contact ${contact.id}`}</bdi>
        </Link>{" "}
        is {member ? "in this list" : "not in this list"}.
      </p>
      {reason === null ? (
        <p className="text-ink-2">A static list has no rule: people put contacts in and take them out.</p>
      ) : (
        <ReasonTree reason={reason} />
      )}
    </div>
  );
}

function ReasonTree({ reason }: { reason: Reason }) {
  if (reason.kind === "line") return <Line {...reason} />;
  return (
    <div>
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <Verdict holds={reason.holds} />
        {reason.join === "all" ? "All of these have to be true:" : "Any of these has to be true:"}
      </p>
      <ul className="ml-2 flex flex-col gap-2 border-l border-line py-1 pl-4">
        {reason.of.map((each, place) => (
          // Lines may be alike; they never change place.
          // eslint-disable-next-line react/no-array-index-key
          <li key={place}>
            <ReasonTree reason={each} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ words, seen, holds }: Extract<Reason, { kind: "line" }>) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <Verdict holds={holds} />
      <span className="min-w-0 break-words">{words}</span>
      <span className="min-w-0 text-sm break-words text-ink-3">
        {seen === "" ? (
          "It is blank."
        ) : (
          <>
            It is <bdi>“{seen}”</bdi>.
          </>
        )}
      </span>
    </p>
  );
}

function Verdict({ holds }: { holds: boolean }) {
  const Icon = holds ? Check : X;
  return (
    <span className={holds ? "text-registered" : "text-danger"}>
      <Icon aria-hidden="true" className="inline size-4" />
      <span className="sr-only">{holds ? "True: " : "Not true: "}</span>
    </span>
  );
}
