import { doneOf, isMoving, undoneOf } from "#components/bulk/progress.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { BulkView } from "#lib/bulk/queries/changes.ts";
import { count, figure } from "#lib/words.ts";

type Props = { run: BulkView; pace: string | null; lost: boolean };

/** How far a bulk change has come, and what came of it and of its undoing. */
export function BulkFigures({ run, pace, lost }: Props) {
  const isUndo = run.state === "undoing" || run.state === "undone";
  return (
    <Card title={isUndo ? "Undoing" : "Progress"}>
      <div className="flex max-w-2xl flex-col gap-4">
        {lost && <Notice tone="danger" title="The server could not be reached. We go on trying." />}
        {isUndo ? (
          <ProgressBar
            label="Put back or left"
            value={run.state === "undone" ? 1 : undoneOf(run)}
            max={run.state === "undone" ? 1 : Math.max(1, run.changed)}
            detail={`${figure(undoneOf(run))} of ${count(run.changed, "contact")}`}
          />
        ) : (
          <ProgressBar
            label="Looked at"
            value={run.state === "changed" ? 1 : doneOf(run)}
            max={run.state === "changed" ? 1 : Math.max(1, run.expected, doneOf(run))}
            detail={`${figure(doneOf(run))} of ${count(Math.max(run.expected, doneOf(run)), "contact")}`}
          />
        )}
        <output>{sentences[run.state]}</output>
        {pace === null ? null : <p className="text-sm text-ink-3">{pace}</p>}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
          <Figure many={run.changed} what="Changed" />
          <Figure many={run.unchanged} what="Unchanged already" />
          <Figure many={run.refused} what="Refused" />
          {isUndo ? <Figure many={run.putBack} what="Put back" /> : null}
          {isUndo ? <Figure many={run.left} what="Changed since, left" /> : null}
        </dl>
        {isMoving(run) ? (
          <noscript>
            <LinkButton href={`/bulk/${run.id}`}>Look again</LinkButton>
          </noscript>
        ) : null}
      </div>
    </Card>
  );
}

function Figure({ many, what }: { many: number; what: string }) {
  return (
    <>
      <dt className="text-sm text-ink-2">{what}</dt>
      <dd className="font-semibold">{figure(many)}</dd>
    </>
  );
}

const sentences: Record<BulkView["state"], string> = {
  changing: "The contacts are changed, one after the other. You may close this page: nothing is lost.",
  changed: "Finished.",
  cancelled: "Cancelled. What was done until then stays.",
  undoing: "What it did is put back, one contact after the other. You may close this page: nothing is lost.",
  undone: "Undone.",
};
