import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { mailNoticesAction } from "#lib/notices/actions/bell.ts";

type Props = { email: string; byMail: boolean; sends: boolean };

/** Whether this person's notices come by e-mail too. `sends` is false where the program has no mail server. */
export function MailCard({ email, byMail, sends }: Props) {
  return (
    <Card title="Email">
      <form action={mailNoticesAction} className="flex flex-col items-start gap-3">
        <p className="max-w-prose">
          {byMail ? (
            <>
              Notices come to <bdi>{email}</bdi> too: one e-mail for all of a day.
            </>
          ) : (
            "Notices are in the bell only."
          )}
        </p>
        {sends ? null : (
          <p className="text-sm text-ink-3">This installation sends no e-mail yet: nobody has named its mail server.</p>
        )}
        <input type="hidden" name="byMail" value={byMail ? "0" : "1"} />
        <Button type="submit">{byMail ? "Send me no e-mail" : "Send me e-mail too"}</Button>
      </form>
    </Card>
  );
}
