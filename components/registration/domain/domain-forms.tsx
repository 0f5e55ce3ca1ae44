"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import {
  offerTransferAction,
  type OfferState,
  releaseDomainAction,
  unwatchDomainAction,
  watchDomainAction,
} from "#lib/registration/actions/domains.ts";
import { count, longDay } from "#lib/words.ts";

/** "Tell me when it is free." */
export function WatchForm({ domainKey, watched }: { domainKey: string; watched: boolean }) {
  return (
    <Card title="Watch this domain">
      <form action={watched ? unwatchDomainAction : watchDomainAction} className="flex flex-col items-start gap-3">
        <input type="hidden" name="key" value={domainKey} />
        <p className="text-ink-2">
          {watched
            ? "You will be told as soon as nobody holds it."
            : "You are told as soon as nobody holds it. Whoever asks first then has it."}
        </p>
        <Button type="submit">{watched ? "Stop watching" : "Tell me when it is free"}</Button>
      </form>
    </Card>
  );
}

/** Gives the domain up, with what that costs spelled out before the press. */
export function ReleaseForm({ domainKey, contacts }: { domainKey: string; contacts: number }) {
  return (
    <Card title="Release it">
      <details>
        <summary className="flex min-h-(--target) cursor-pointer items-center rounded-sm text-danger underline">
          Release {domainKey}
        </summary>
        <form action={releaseDomainAction} className="mt-3 flex flex-col items-start gap-3">
          <input type="hidden" name="key" value={domainKey} />
          <p className="text-ink-2">
            Anybody may have {domainKey} at once, another partner too. {count(contacts, "contact")} of yours{" "}
            {contacts === 1 ? "goes" : "go"} blank. It cannot be taken back; you may only ask again.
          </p>
          <Field label="Reason, if you like" name="reason" maxLength={500} className="w-full" />
          <Button type="submit" variant="danger">
            Release {domainKey}
          </Button>
        </form>
      </details>
    </Card>
  );
}

const untouched: OfferState = { problem: null, typed: "", reason: "" };

/** Offers the domain to another portal. */
export function OfferForm({ domainKey, lockedUntil }: { domainKey: string; lockedUntil: string }) {
  const [{ problem, typed, reason }, submit, busy] = useActionState(offerTransferAction, untouched);
  return (
    <Card title="Transfer it">
      {lockedUntil === "" ? (
        <form action={submit} className="flex flex-col items-start gap-3">
          {problem === null ? null : <Notice tone="danger" title={problems[problem]} />}
          <input type="hidden" name="key" value={domainKey} />
          <p className="text-ink-2">
            Nothing moves before the other portal and the channel manager agree. Your contacts of it then go blank.
          </p>
          <Field
            label="Hub ID of the other portal"
            name="toPortal"
            inputMode="numeric"
            required
            key={typed}
            defaultValue={typed}
          />
          <Field
            label="Why, for both to read"
            name="reason"
            maxLength={500}
            key={`why ${reason}`}
            defaultValue={reason}
            className="w-full"
          />
          <Button type="submit" busy={busy}>
            Offer the transfer
          </Button>
        </form>
      ) : (
        <p className="text-ink-2">It was transferred, and is locked until {longDay(lockedUntil)}.</p>
      )}
    </Card>
  );
}

const problems: Record<Exclude<OfferState["problem"], null>, string> = {
  "no-hub-id": "Enter the Hub ID of the other portal: the number beside its name.",
  "not-yours": "Your portal does not hold this domain any more.",
  "no-such-portal": "No other partner has this Hub ID. Ask them for it.",
  "already-offered": "This domain is offered to somebody already. Take that offer back first.",
  locked: "This domain was transferred a short while ago and is locked.",
};
