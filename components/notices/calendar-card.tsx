"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { renewFeedAction } from "#lib/notices/actions/bell.ts";

/** The calendar's secret address: shown this once, and made anew at will. `since` says in words when it was made. */
export function CalendarCard({ origin, since }: { origin: string; since: string | null }) {
  const [{ path }, renew, busy] = useActionState(renewFeedAction, { path: null });
  const exists = since !== null || path !== null;
  return (
    <Card title="Calendar">
      <form action={renew} className="flex flex-col items-start gap-3">
        <p className="max-w-prose">
          Subscribe to a secret address in your own calendar: it shows on which day each domain of this portal expires.
          Whoever has the address can read it, so keep it to yourself.
        </p>
        {path === null ? null : (
          <Field
            label="Calendar address"
            readOnly
            value={`${origin}${path}`}
            className="w-full max-w-xl"
            description="It is shown this once. Copy it now."
          />
        )}
        {path === null && since !== null ? <p className="text-ink-2">Your address was made on {since}.</p> : null}
        <Button type="submit" busy={busy}>
          {exists ? "Renew the address" : "Make the address"}
        </Button>
        {exists ? <p className="text-sm text-ink-3">After a renewal the old address shows nothing any more.</p> : null}
      </form>
    </Card>
  );
}
