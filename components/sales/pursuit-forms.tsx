"use client";

import { type ReactNode, useActionState } from "react";
import { ReasonedForm } from "#components/sales/reasoned-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { endPursuitAction, type PursuitState, startPursuitAction } from "#lib/registration/actions/pursuits.ts";
import { count, longDay } from "#lib/words.ts";

const untouched: PursuitState = { problem: null, until: "", account: "", reason: "" };

type Start = {
  domain: string;
  /** How many requests stand before it in the queue. */
  ahead: number;
  /** The last day of the partner who holds it, '' when nobody does. */
  heldUntil: string;
};

export function StartPursuit({ domain, ahead, heldUntil }: Start) {
  const [state, submit, busy] = useActionState(startPursuitAction, untouched);
  return (
    <ReasonedForm
      title="Start a pursuit"
      problem={<Problem state={state} />}
      reason={state.reason}
      button="Start the pursuit"
      variant="primary"
      {...{ domain, submit, busy }}
    >
      {state.problem === "held" ? null : (
        <p className="text-ink-2">{heldUntil === "" ? queued(ahead) : refusedUntil(heldUntil)}</p>
      )}
      <Field label="Account" name="account" required maxLength={200} key={state.account} defaultValue={state.account} />
    </ReasonedForm>
  );
}

function queued(ahead: number): string {
  const before =
    ahead === 0 ? "Nobody waits before it." : `${count(ahead, "request")} of partners would be served before it.`;
  return `It draws a receipt and stands in the queue like everyone. ${before} No contact changes until its next request.`;
}

function refusedUntil(day: string): string {
  return `A partner holds this domain until ${longDay(day)}. Until then a pursuit is refused, and the refusal is kept in the history.`;
}

/** Gives the domain up. `freed` is the dry run: how many contacts it would change. */
export function EndPursuit({ domain, freed }: { domain: string; freed: number }) {
  const [state, submit, busy] = useActionState(endPursuitAction, untouched);
  return (
    <ReasonedForm
      title="End the pursuit"
      problem={<Problem state={state} />}
      reason={state.reason}
      button={`End the pursuit${freed === 0 ? "" : ` for ${count(freed, "contact")}`}`}
      variant="danger"
      {...{ domain, submit, busy }}
    >
      <p className="text-ink-2">
        This would change <strong className="text-ink">{count(freed, "contact")}</strong>:{" "}
        {freed === 0 ? "none is Unavailable because of it." : "Unavailable now, available again after it."}
      </p>
    </ReasonedForm>
  );
}

const problems: Record<Exclude<PursuitState["problem"], null | "held">, string> = {
  incomplete: "Fill in every field, and say why in at most 500 characters.",
  "domain-unreadable": "This domain cannot be read any more.",
  "already-pursued": "This domain is pursued already.",
  "not-pursued": "This domain is not pursued any more.",
};

function Problem({ state: { problem, until } }: { state: PursuitState }): ReactNode {
  if (problem === null) return null;
  if (problem !== "held") return <Notice tone="danger" title={problems[problem]} />;
  return (
    <Notice tone="danger" title={`A partner holds this domain until ${longDay(until)}.`}>
      Nothing was changed; that you asked is in the history.
    </Notice>
  );
}
