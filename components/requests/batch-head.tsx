import { BackLink } from "#components/ui/back-link.tsx";
import type { BatchView } from "#lib/registration/queries.ts";
import { dateAndTime } from "#lib/words.ts";

/** Which bulk request this is: when it was asked, by whom, and when it ended. */
export function BatchHead({ batch, timeZone }: { batch: BatchView; timeZone: string }) {
  return (
    <header className="flex flex-col gap-3">
      <BackLink href="/requests">All requests</BackLink>
      <div>
        <h1 className="text-2xl">Request of {dateAndTime(batch.createdAt, timeZone)}</h1>
        <p className="text-ink-2">
          Asked by <bdi>{batch.who}</bdi>
          {batch.finishedAt === null ? "" : `, the last contact on ${dateAndTime(batch.finishedAt, timeZone)}`}
        </p>
      </div>
    </header>
  );
}
