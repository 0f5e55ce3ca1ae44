import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Moment } from "#lib/registration/queries/as-of.ts";
import { dateAndTime } from "#lib/words.ts";

type Props = {
  action: string;
  /** What was typed; '' where nobody asked. */
  typed: string;
  moment: Moment | null;
  timeZone: string;
  children: ReactNode;
};

/** A plain GET form for a moment of the past, and under it what was the case then. */
export function AsOf({ action, typed, moment, timeZone, children }: Props) {
  const unreadable = typed !== "" && moment === null;
  return (
    <Card title="As of">
      <div className="flex flex-col gap-4">
        <form action={action} className="flex max-w-md flex-col gap-3">
          <Field
            key={typed}
            label="Date or receipt"
            description="2014-05-06, 2014-05-06 14:30, or the number of a receipt or an event."
            name="asof"
            required
            maxLength={40}
            defaultValue={typed}
            error={unreadable ? "Write it like 2014-05-06, or a number." : undefined}
          />
          <Button type="submit" className="self-start">
            Look back
          </Button>
        </form>
        {moment === null ? null : (
          <>
            <Notice title={sentenceOf(moment, timeZone)} />
            {children}
          </>
        )}
      </div>
    </Card>
  );
}

function sentenceOf({ upTo, at }: Moment, timeZone: string): string {
  return at === null ? "Before anything was recorded." : `After event ${upTo}, ${dateAndTime(at, timeZone)}.`;
}
