import { setTimeout as passed } from "node:timers/promises";
import { Suspense } from "react";
import { db } from "#db/client.ts";
import { backFrom, doneFrom, type Read } from "#app/(portal)/requests/new/asked.ts";
import { DryRunResult } from "#components/requests/dry-run-result.tsx";
import { DryRunSkeleton } from "#components/requests/dry-run-skeleton.tsx";
import { NothingToRequest } from "#components/requests/nothing-to-request.tsx";
import { RequestForm } from "#components/requests/request-form.tsx";
import type { Actor } from "#lib/portals/actor.ts";
import { dryRun } from "#lib/registration/commands/batch.ts";
import type { Selection } from "#lib/registration/selection.ts";
import type { DryRun } from "#lib/registration/readiness.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

type Props = { actor: Actor; selection: Selection; read: Read };

// A short look is part of the page, as everything is without JavaScript; only a longer one comes after it.
const shortMs = 400;

/** What a request of those chosen would do, and the form that asks. */
export async function DryRunShown({ actor, selection, read }: Props) {
  const looking = dryRun(actor, selection);
  const run = read("wait") === "1" ? await looking : await Promise.race([looking, passed(shortMs, null)]);
  const shown = { selection, back: backFrom(read) };
  if (run !== null) return <Seen run={run} {...shown} />;
  return (
    <Suspense fallback={<DryRunSkeleton done={doneFrom(read)} />}>
      <Later looking={looking} {...shown} />
    </Suspense>
  );
}

type Shown = { selection: Selection; back: string };

async function Later({ looking, ...shown }: Shown & { looking: Promise<DryRun> }) {
  return <Seen {...shown} run={await looking} />;
}

async function Seen({ selection, back, run }: Shown & { run: DryRun }) {
  const { ready, registered, waiting, "lacks-data": lacking } = run;
  if (ready + registered + lacking === 0) return <NothingToRequest waiting={waiting} back={back} />;
  return (
    <>
      <DryRunResult run={run} vendor={await vendorName(db)} />
      <RequestForm selection={JSON.stringify(selection)} {...{ ready, lacking, registered, back }} />
    </>
  );
}
