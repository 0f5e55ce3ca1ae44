import { setTimeout as passed } from "node:timers/promises";
import { Suspense } from "react";
import type { Asked } from "#app/(portal)/bulk/asked.ts";
import { db } from "#db/client.ts";
import { DryRunResult } from "#components/bulk/dry-run-result.tsx";
import { NothingToChange } from "#components/bulk/nothing-to-change.tsx";
import { StartForm } from "#components/bulk/start-form.tsx";
import { DryRunSkeleton } from "#components/requests/dry-run-skeleton.tsx";
import type { BulkChange } from "#lib/bulk/change.ts";
import { mostDeletedByPartner } from "#lib/bulk/commands/start-bulk.ts";
import { type BulkDryRun, sumOf } from "#lib/bulk/dry-run.ts";
import { dryRunOfBulk } from "#lib/bulk/queries/dry-run.ts";
import { changeInWords } from "#lib/bulk/words.ts";
import type { ContactSelection } from "#lib/contacts/selection.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

type Shown = { actor: Actor; selection: ContactSelection; change: BulkChange; asked: Asked };

// A short look is part of the page, as everything is without JavaScript; only a longer one comes after it.
const shortMs = 400;

/** What the change would do to those chosen, and the form that starts it. */
export async function DryRunShown(shown: Shown) {
  const looking = dryRunOfBulk(shown.actor, shown.selection, shown.change);
  const run = shown.asked.waits ? await looking : await Promise.race([looking, passed(shortMs, null)]);
  if (run !== null) return <Seen run={run} {...shown} />;
  return (
    <Suspense fallback={<DryRunSkeleton done={shown.asked.done} />}>
      <Later looking={looking} {...shown} />
    </Suspense>
  );
}

async function Later({ looking, ...shown }: Shown & { looking: Promise<BulkDryRun> }) {
  return <Seen {...shown} run={await looking} />;
}

async function Seen({ actor, selection, change, asked: { back }, run }: Shown & { run: BulkDryRun }) {
  const labels = { set: await propertiesOf(db, actor.portalId), timeZone: actor.timeZone };
  const counts = { total: run.total, changed: run.changed, leaving: sumOf(run.leaving) };
  const isTooMuch = change.kind === "delete" && actor.role !== "admin" && run.total > mostDeletedByPartner;
  return (
    <>
      <DryRunResult run={run} change={change} sentences={changeInWords(change, labels)} labels={labels} />
      {counts.changed + counts.leaving === 0 || isTooMuch ? (
        <NothingToChange why={isTooMuch ? "admins-only" : "nobody-left"} back={back} />
      ) : (
        <StartForm
          kind={change.kind}
          change={JSON.stringify(change)}
          selection={JSON.stringify(selection)}
          counts={counts}
          back={back}
        />
      )}
    </>
  );
}
