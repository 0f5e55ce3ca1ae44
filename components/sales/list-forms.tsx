"use client";

import { useActionState } from "react";
import { ReasonedForm } from "#components/sales/reasoned-form.tsx";
import { FieldSelect } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { excludeDomainAction, type ListState, readmitDomainAction } from "#lib/sales/actions.ts";
import { nameOfReason } from "#lib/sales/standing.ts";
import { count } from "#lib/words.ts";

const untouched: ListState = { problem: null, reason: "" };

export function ExcludeDomain({ domain, contacts }: { domain: string; contacts: number }) {
  const [state, submit, busy] = useActionState(excludeDomainAction, untouched);
  return (
    <ReasonedForm
      title="Put it on the not-pursued list"
      problem={<Problem problem={state.problem} />}
      reason={state.reason}
      button="Put it on the list"
      {...{ domain, submit, busy }}
    >
      <p className="text-ink-2">
        Nothing changes until the next sync of a contact; then it is Invalid Data. That would be{" "}
        <strong className="text-ink">{count(contacts, "contact")}</strong> as things stand. A registration that runs
        goes on until its last day.
      </p>
      <FieldSelect label="Why the vendor does no business there" name="why" required defaultValue="competitor">
        {Object.entries(nameOfReason).map(([why, name]) => (
          <option key={why} value={why}>
            {name}
          </option>
        ))}
      </FieldSelect>
    </ReasonedForm>
  );
}

export function ReadmitDomain({ domain }: { domain: string }) {
  const [state, submit, busy] = useActionState(readmitDomainAction, untouched);
  return (
    <ReasonedForm
      title="Take it off the not-pursued list"
      problem={<Problem problem={state.problem} />}
      reason={state.reason}
      button="Take it off the list"
      {...{ domain, submit, busy }}
    >
      <p className="text-ink-2">Nothing changes until the next sync of a contact.</p>
    </ReasonedForm>
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
