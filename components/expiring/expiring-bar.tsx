"use client";

import { backToChosen, chosenForm, useChosen } from "#components/contacts/chosen.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { ExpiringPage } from "#lib/notices/queries/expiring.ts";
import { count, figure } from "#lib/words.ts";

type Props = { total: ExpiringPage["total"]; span: readonly [name: string, value: string][] };

/**
 * What can be done with the chosen domains. Each button leads to a page that says what will come of it: nothing happens
 * before it was seen. The style sheet shows the bar as soon as a box is chosen; the script only counts.
 */
export function ExpiringBar({ total, span }: Props) {
  const counted = useChosen();
  const many = counted?.all ? total.count : (counted?.chosen ?? 0);
  const what = counted === null ? "the chosen domains" : count(many, "domain");
  return (
    <div className="min-h-9">
      <p className="text-sm leading-9 text-ink-3 group-has-[tbody_:checked]/chosen:hidden">
        Choose domains to re-register or to release them.
      </p>
      <form
        id={chosenForm}
        onReset={backToChosen}
        action="/expiring/re-register"
        className="hidden flex-wrap items-center gap-x-4 gap-y-2 group-has-[tbody_:checked]/chosen:flex"
        aria-label="Chosen domains"
      >
        {span.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" variant="primary">
          Re-register {what}
        </Button>
        <Button type="submit" formAction="/expiring/release">
          Release {what}
        </Button>
        <Checkbox name="all" value="1" label={`Select ${total.exact ? "all" : "the first"} ${figure(total.count)}`} />
        <Button type="reset" variant="quiet">
          Clear
        </Button>
      </form>
    </div>
  );
}
