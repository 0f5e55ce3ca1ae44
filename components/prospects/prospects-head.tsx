import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { gatherAction } from "#lib/prospects/actions.ts";
import { ago } from "#lib/words.ts";

type Props = { gatheredAt: number | null; now: number; isAsked: boolean; isSpent: boolean };

/** What this page is, how old it is, and what it could not look up. */
export function ProspectsHead({ gatheredAt, now, isAsked, isSpent }: Props) {
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl">Prospects</h1>
          <p className="max-w-prose text-ink-2">
            Domains of your contacts and of visitors of your forms that your portal has not registered.{" "}
            {gatheredAt === null ? "They are being gathered for the first time." : `As of ${ago(gatheredAt, now)}.`}
          </p>
        </div>
        <form action={gatherAction}>
          <Button type="submit">Bring up to date</Button>
        </form>
      </header>
      {isAsked ? (
        <Notice title="Everything is being looked through.">
          That takes a moment.{" "}
          <Link href="/prospects" className="text-link underline">
            Look again
          </Link>
        </Notice>
      ) : null}
      {isSpent ? (
        <Notice tone="warning" title="Your portal has looked up as many domains as it may in a day.">
          The rest is shown tomorrow. You can still request registration.
        </Notice>
      ) : null}
    </>
  );
}
