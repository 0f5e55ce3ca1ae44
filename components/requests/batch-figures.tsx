import type { ReactNode } from "react";
import { answeredOf, type Stage, stageOf } from "#components/requests/progress.ts";
import { Mark } from "#components/registration/mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { BatchView } from "#lib/registration/queries.ts";
import { count, figure } from "#lib/words.ts";

type Props = { batch: BatchView; pace: string | null; lost: boolean };

/** How far a bulk request has come, and what came of it. */
export function BatchFigures({ batch, pace, lost }: Props) {
  const answered = answeredOf(batch);
  const asking = batch.state === "asking";
  const outcomes = `${figure(answered)} of ${count(batch.requested, "request")}`;
  return (
    <Card title="Progress">
      <div className="flex flex-col gap-4">
        {lost && <Notice tone="danger" title="The server could not be reached. We go on trying." />}
        <ProgressBar
          label="Answered"
          max={Math.max(1, batch.requested)}
          {...(asking ? {} : { value: batch.requested === 0 ? 1 : answered })}
          detail={asking ? `${count(batch.total, "contact")} looked at so far` : outcomes}
        />
        <output>{sentenceOf(batch)}</output>
        {pace === null ? null : <p className="text-sm text-ink-3">{pace}</p>}
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
          <Figure many={batch.registered}>
            <Mark kind="registered" />
          </Figure>
          <Figure many={batch.unavailable}>
            <Mark kind="unavailable" />
          </Figure>
          <Figure many={batch.invalid}>
            <Mark kind="invalid" />
          </Figure>
          <Figure many={Math.max(0, batch.requested - answered)}>
            <Mark kind="pending" />
          </Figure>
          <Figure many={batch.withdrawn}>Withdrawn</Figure>
          <Figure many={batch.skipped}>Not asked for</Figure>
        </dl>
        {stageOf(batch) === "answered" ? null : (
          <noscript>
            <LinkButton href={`/requests/${batch.id}`}>Look again</LinkButton>
          </noscript>
        )}
      </div>
    </Card>
  );
}

function Figure({ many, children }: { many: number; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-ink-2">{children}</dt>
      <dd className="font-semibold">{figure(many)}</dd>
    </>
  );
}

const sentences: Record<Stage, string> = {
  asking: "The contacts are being asked for, one after the other. You may close this page: nothing is lost.",
  waiting: "Every contact was asked for. The answers come in the order of receipts.",
  answered: "Finished: every request was answered.",
};

function sentenceOf(batch: BatchView): string {
  const stage = stageOf(batch);
  return stage === "answered" && batch.requested === 0 ? "Finished: nobody had to be asked for." : sentences[stage];
}
