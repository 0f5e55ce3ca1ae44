import { ExamplesTable } from "#components/bulk/examples-table.tsx";
import { SentencesList } from "#components/bulk/sentences-list.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { BulkChange } from "#lib/bulk/change.ts";
import { type BulkDryRun, sumOf } from "#lib/bulk/dry-run.ts";
import { leavingInWords, requestsInWords } from "#lib/bulk/consequences.ts";
import type { Labels } from "#lib/bulk/words.ts";
import { count, figure } from "#lib/words.ts";

type Props = { run: BulkDryRun; change: BulkChange; sentences: readonly string[]; labels: Labels };

/** What a bulk change would do, before anybody presses: how many, for whom not and why, and what it costs. */
export function DryRunResult({ run, change, sentences, labels }: Props) {
  const leaving = sumOf(run.leaving);
  return (
    <Card title={`Of ${count(run.total, "contact")}`}>
      <div className="flex flex-col gap-4">
        <SentencesList sentences={sentences} />
        <ul className="flex flex-col gap-1 text-lg">
          <Line many={run.changed} words={words[change.kind].will} />
          {leaving === 0 ? null : <Line many={leaving} words="Registered: only if you say so below" />}
          {run.unchanged === 0 ? null : <Line many={run.unchanged} words={words[change.kind].already} />}
          {Object.entries(run.refused).map(([reason, many]) => (
            <Line key={reason} many={many} words={`refused: ${reason}`} />
          ))}
        </ul>
        {leaving === 0 ? null : <Notice tone="warning" title={leavingInWords(change.kind, run.leaving)} />}
        {run.requests === 0 ? null : <p className="max-w-prose">{requestsInWords(change.kind, run.requests)}</p>}
        <ExamplesTable examples={run.examples} change={change} labels={labels} />
      </div>
    </Card>
  );
}

const words: Record<BulkChange["kind"], { will: string; already: string }> = {
  edit: { will: "will change", already: "have it already: unchanged" },
  join: { will: "will be added", already: "are in the list already: unchanged" },
  leave: { will: "will be removed", already: "are not in the list: unchanged" },
  delete: { will: "will be deleted", already: "" },
};

function Line({ many, words: said }: { many: number; words: string }) {
  return (
    <li>
      <strong className="font-semibold">{figure(many)}</strong> {said}
    </li>
  );
}
