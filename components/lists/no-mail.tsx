import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { buttonLook } from "#components/ui/button-look.ts";
import { Empty } from "#components/ui/empty.tsx";
import type { NoMailCounts, UpTo } from "#lib/contacts/queries/no-mail.ts";
import { figure } from "#lib/words.ts";

type Props = { counts: NoMailCounts; note: string };

const manage = <LinkButton href="/settings#contact-email">Manage email</LinkButton>;

/** How many want no email or cannot be reached by it, and the file that names them. */
export function NoMail({ counts: { optedOut, bounced }, note }: Props) {
  if (optedOut.count + bounced.count === 0)
    return (
      <Empty title="Nobody opted out, and nothing bounced" action={manage}>
        Press Opt Out of Email on a record, or import the columns Opted Out of Email and Email Bounced On.
      </Empty>
    );
  return (
    <Card title="Contacts that get no e-mail" actions={manage}>
      <div className="flex flex-col items-start gap-4">
        <dl className="grid grid-cols-2 gap-x-8">
          <Figure label="Opted out">{optedOut}</Figure>
          <Figure label="Bounced">{bounced}</Figure>
        </dl>
        <p className="max-w-prose">
          The file has each of them once, with who opted it out, when and why, and the day of the bounce. Give it to
          whatever you send e-mail with.
        </p>
        {note === "" ? null : (
          <p className="max-w-prose text-ink-2">
            <bdi>{note}</bdi>
          </p>
        )}
        <a href="/api/lists/unsubscribes.csv" download className={buttonLook({ variant: "primary" })}>
          Export unsubs and bounces
        </a>
      </div>
    </Card>
  );
}

function Figure({ label, children: { count, exact } }: { label: string; children: UpTo }) {
  return (
    <div>
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="text-2xl font-semibold">{`${figure(count)}${exact ? "" : "+"}`}</dd>
    </div>
  );
}
