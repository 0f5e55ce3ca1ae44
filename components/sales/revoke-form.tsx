"use client";

import { useActionState } from "react";
import { ReasonedForm } from "#components/sales/reasoned-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { revokeRegistrationAction, type RevokeState } from "#lib/registration/actions/domains.ts";
import type { Holder } from "#lib/sales/standing.ts";
import { count, longDay } from "#lib/words.ts";

const untouched: RevokeState = { problem: null, reason: "" };

type Props = { domain: string; holder: Holder; contacts: number };

/** Takes a registration back from a partner; the reason stands in both histories (event E13). */
export function RevokeRegistration({ domain, holder, contacts }: Props) {
  const [{ problem, reason }, submit, busy] = useActionState(revokeRegistrationAction, untouched);
  return (
    <ReasonedForm
      title="Revoke the registration"
      problem={problem === null ? null : <Notice tone="danger" title={problems[problem]} />}
      reason={reason}
      reasonLabel="Reason for the partner"
      button="Revoke the registration"
      variant="danger"
      {...{ domain, submit, busy }}
    >
      <p className="text-ink-2">
        <bdi>{holder.portalName}</bdi> holds it until {longDay(holder.expires)}. This would change{" "}
        <strong className="text-ink">{count(contacts, "contact")}</strong>: Registered now, blank after it. The partner
        reads the reason.
      </p>
    </ReasonedForm>
  );
}

const problems: Record<Exclude<RevokeState["problem"], null>, string> = {
  incomplete: "Say why in at most 500 characters: the partner reads it.",
  "not-held": "No partner holds this domain any more. Nothing was changed.",
};
