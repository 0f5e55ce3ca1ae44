import { Fragment, type ReactNode } from "react";
import { type MarkKind, MarkShape } from "#components/registration/mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { reasonOfRule, rulesInOrder } from "#components/requests/reasons.ts";
import type { DryRun } from "#lib/registration/readiness.ts";
import { count, figure } from "#lib/words.ts";

/** What a request would do, before anyone asks: how many stand where, and what the others lack. */
export function DryRunResult({ run, vendor }: { run: DryRun; vendor: string }) {
  const lacking = rulesInOrder.flatMap((rule) => {
    const many = run.lacking[rule] ?? 0;
    return many === 0 ? [] : [{ reason: reasonOfRule(rule, vendor), many }];
  });
  return (
    <Card title={`Of ${count(run.total, "contact")}`}>
      <ul className="flex flex-col gap-2 text-lg">
        <Line kind="none" ink="text-accent" many={run.ready} words={["will be requested", "will be requested"]} />
        <Line kind="invalid" ink="text-invalid" many={run["lacks-data"]} words={["lacks data", "lack data"]} />
        <Line
          kind="registered"
          ink="text-registered"
          many={run.registered}
          words={["is registered", "are registered"]}
        />
        <Line kind="pending" ink="text-pending" many={run.waiting} words={["already waits", "already wait"]} />
      </ul>
      <Chances run={run} vendor={vendor} />
      {lacking.length === 0 ? null : (
        <dl className="mt-4 grid max-w-prose grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-t border-line pt-4">
          {lacking.map(({ reason, many }) => (
            <Fragment key={reason}>
              <dt>{reason}</dt>
              <dd className="text-right font-semibold">{figure(many)}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </Card>
  );
}

/** What the sales database would answer to those who are ready, if nobody is faster. */
function Chances({ run, vendor }: { run: DryRun; vendor: string }): ReactNode {
  const { free, taken, unknown } = run.chances;
  if (free + taken + unknown === 0) return null;
  const parts = [
    free === 0 ? "" : `${figure(free)} would be Registered`,
    taken === 0 ? "" : `${figure(taken)} would be Unavailable: another partner or ${vendor} has the domain`,
    unknown === 0 ? "" : `${figure(unknown)} not looked up, since a portal may look up 1,000 domains a day`,
  ];
  return <p className="mt-3 max-w-prose text-sm text-ink-2">As things stand: {parts.filter(Boolean).join("; ")}.</p>;
}

type LineProps = { kind: MarkKind; ink: string; many: number; words: readonly [one: string, more: string] };

function Line({ kind, ink, many, words: [one, more] }: LineProps): ReactNode {
  if (many === 0 && kind !== "none") return null;
  return (
    <li className="flex items-center gap-2">
      <MarkShape kind={kind} className={ink} />
      <span>
        <strong className="font-semibold">{figure(many)}</strong> {many === 1 ? one : more}
      </span>
    </li>
  );
}
