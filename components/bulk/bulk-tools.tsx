import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { cancelBulkAction, undoBulkAction } from "#lib/bulk/actions.ts";
import { type Undoing, undoableMs } from "#lib/bulk/change.ts";
import type { BulkView } from "#lib/bulk/queries/changes.ts";
import { bulkTold } from "#lib/bulk/sentences.ts";
import { count, dateAndTime } from "#lib/words.ts";

type Props = { run: BulkView; undoing: Undoing; isKept: boolean; timeZone: string };

/** What can be done with a bulk change: cancel it, undo it, read what became of each contact. */
export function BulkTools({ run, undoing, isKept, timeZone }: Props) {
  const until = dateAndTime((run.finishedAt ?? 0) + undoableMs, timeZone);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {run.state === "changing" ? (
          <form action={cancelBulkAction}>
            <input type="hidden" name="changeId" value={run.id} />
            <Button type="submit">Cancel the rest</Button>
          </form>
        ) : null}
        {undoing === "possible" ? (
          <form action={undoBulkAction}>
            <input type="hidden" name="changeId" value={run.id} />
            <Button type="submit">Undo for {count(run.changed, "contact")}</Button>
          </form>
        ) : null}
        {isKept ? (
          <LinkButton href={`/api/bulk/${run.id}/result.csv`} prefetch={false} download>
            Result for each contact (CSV)
          </LinkButton>
        ) : null}
      </div>
      {undoing === "undone" ? null : (
        <p className="max-w-prose text-sm text-ink-3">{undoing === "possible" ? possible(until) : whyNot(undoing)}</p>
      )}
      {isKept ? null : (
        <p className="text-sm text-ink-3">What became of each contact was kept for 90 days. The counts stay.</p>
      )}
    </div>
  );
}

function possible(until: string): string {
  return `It can be undone until ${until}. What somebody has changed since is left as it is.`;
}

function whyNot(undoing: Exclude<Undoing, "possible">): string {
  return undoing === "running" ? "Once it has ended it can be undone for 24 hours." : (bulkTold[undoing] ?? "");
}
