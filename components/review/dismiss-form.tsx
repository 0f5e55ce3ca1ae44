import { CommandKey, Key } from "#components/review/key.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { judgeFormAction } from "#lib/review/actions.ts";
import { type DismissalReason, dismissalReasons } from "#lib/review/dismissal-reasons.ts";

type Props = { contactId: number; here: string; dismiss: (reason: DismissalReason) => void };

/** Puts the contact aside, with a reason: a fold of the browser's own, so that it opens without a script. */
export function DismissForm({ contactId, here, dismiss }: Props) {
  return (
    <details data-dismiss className="border-t border-line px-4 py-3">
      <summary className={buttonLook({ variant: "quiet", size: "small" })} aria-keyshortcuts="x">
        Dismiss with a reason <CommandKey of="dismiss" />
      </summary>
      <form action={judgeFormAction} onSubmit={(event) => event.preventDefault()} className="flex flex-wrap gap-2 pt-3">
        <input type="hidden" name="verb" value="dismiss" />
        <input type="hidden" name="contactId" value={contactId} />
        <input type="hidden" name="address" value={here.split("?")[1] ?? ""} />
        {dismissalReasons.map(({ name, key, label }) => (
          <Button
            key={name}
            type="submit"
            size="small"
            name="reason"
            value={name}
            aria-keyshortcuts={key}
            onClick={() => dismiss(name)}
          >
            {label} <Key>{key}</Key>
          </Button>
        ))}
      </form>
    </details>
  );
}
