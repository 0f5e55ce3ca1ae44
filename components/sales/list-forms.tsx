"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FieldArea, FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { excludeDomainAction, type ListState, readmitDomainAction } from "#lib/sales/actions.ts";
import { nameOfReason } from "#lib/sales/standing.ts";
import { count } from "#lib/words.ts";

const untouched: ListState = { problem: null, reason: "" };

export function ExcludeDomain({ domain, contacts }: { domain: string; contacts: number }) {
  const [state, submit, busy] = useActionState(excludeDomainAction, untouched);
  return (
    <Card title="Put it on the not-pursued list">
      <form action={submit} className="flex flex-col gap-4">
        <Problem problem={state.problem} />
        <p className="text-ink-2">
          Nothing changes until the next sync of a contact; then it is Invalid Data. That would be{" "}
          <strong className="text-ink">{count(contacts, "contact")}</strong> as things stand. A registration that runs
          goes on until its last day.
        </p>
        <input type="hidden" name="key" value={domain} />
        <FieldSelect label="Why the vendor does no business there" name="why" required defaultValue="competitor">
          {Object.entries(nameOfReason).map(([why, name]) => (
            <option key={why} value={why}>
              {name}
            </option>
          ))}
        </FieldSelect>
        <Reason reason={state.reason} />
        <Button type="submit" busy={busy} className="self-start">
          Put it on the list
        </Button>
      </form>
    </Card>
  );
}

export function ReadmitDomain({ domain }: { domain: string }) {
  const [state, submit, busy] = useActionState(readmitDomainAction, untouched);
  return (
    <Card title="Take it off the not-pursued list">
      <form action={submit} className="flex flex-col gap-4">
        <Problem problem={state.problem} />
        <p className="text-ink-2">Nothing changes until the next sync of a contact.</p>
        <input type="hidden" name="key" value={domain} />
        <Reason reason={state.reason} />
        <Button type="submit" busy={busy} className="self-start">
          Take it off the list
        </Button>
      </form>
    </Card>
  );
}

function Reason({ reason }: { reason: string }) {
  return (
    <FieldArea label="Reason" name="reason" required maxLength={500} rows={2} key={reason} defaultValue={reason} />
  );
}

const problems = {
  incomplete: "Say why, in at most 500 characters.",
  "domain-unreadable": "This domain cannot be read any more.",
  "not-on-the-list": "This domain is not on the list any more.",
};

function Problem({ problem }: { problem: ListState["problem"] }) {
  return problem === null ? null : <Notice tone="danger" title={problems[problem]} />;
}
