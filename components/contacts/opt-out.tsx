import { Button } from "#components/ui/button.tsx";
import { Drop } from "#components/ui/drop.tsx";
import { Field } from "#components/ui/field.tsx";
import { optOutAction } from "#lib/contacts/actions/email.ts";

type Props = { contactId: number; optedOut: boolean; note: string };

/** "Opt Out of Email" of the seed's page 1c, and the way back: forms that need no JavaScript. */
export function OptOut({ contactId, optedOut, note }: Props) {
  return (
    <Drop align="end" variant="secondary" size="small" label={optedOut ? "Opt In to Email Again" : "Opt Out of Email"}>
      <form action={optOutAction} className="flex w-80 max-w-full flex-col gap-3 p-4">
        <input type="hidden" name="contactId" value={contactId} />
        <input type="hidden" name="optedOut" value={optedOut ? "0" : "1"} />
        {optedOut ? (
          <>
            <p>Only opt somebody in again who has asked for it. Who did it, when and why is kept.</p>
            <Field label="Why the contact wants e-mail again" name="reason" required maxLength={500} />
            <Button type="submit">Opt in again</Button>
          </>
        ) : (
          <>
            <p>Dibs itself sends no e-mail to contacts: this says that nobody of your portal should.</p>
            {note === "" ? null : (
              <p className="text-ink-2">
                <bdi>{note}</bdi>
              </p>
            )}
            <Field label="Reason (optional)" name="reason" maxLength={500} />
            <Button type="submit">Opt out</Button>
          </>
        )}
      </form>
    </Drop>
  );
}
