import type { Metadata } from "next";
import { setTimeout as passed } from "node:timers/promises";
import { type ReactNode, Suspense } from "react";
import { db } from "#db/client.ts";
import { backFrom, doneFrom, type Read, selectionIn } from "#app/(portal)/requests/new/asked.ts";
import { DryRunResult } from "#components/requests/dry-run-result.tsx";
import { DryRunSkeleton } from "#components/requests/dry-run-skeleton.tsx";
import { NothingToRequest } from "#components/requests/nothing-to-request.tsx";
import { RequestForm } from "#components/requests/request-form.tsx";
import { readId } from "#lib/contacts/id.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { failedInBatch } from "#lib/registration/queries/batch-requests.ts";
import { dryRun } from "#lib/registration/commands/batch.ts";
import type { Selection } from "#lib/registration/commands/selection.ts";
import type { DryRun } from "#lib/registration/readiness.ts";

export const metadata: Metadata = { title: "Request registration" };

type Parameters = { searchParams: Promise<Record<string, string | string[] | undefined>> };

// A short look is part of the page, as everything is without JavaScript; only a longer one comes after it.
const shortMs = 400;

export default async function NewRequestPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const parameters = await searchParams;
  const read: Read = (name) => [parameters[name]].flat().join(" ");
  const back = backFrom(read);
  const again = readId(read("batch"));
  const newest = await newestContactId(actor);
  const selection = again === 0 ? selectionIn(read, newest) : againFor(await failedInBatch(actor, again), newest);
  if (selection === null)
    return (
      <Page>
        <NothingToRequest waiting={0} back={back} />
      </Page>
    );

  const looking = dryRun(actor, selection);
  const run = read("wait") === "1" ? await looking : await Promise.race([looking, passed(shortMs, null)]);
  return (
    <Page>
      {run === null ? (
        <Suspense fallback={<DryRunSkeleton done={doneFrom(read)} />}>
          <Later looking={looking} selection={selection} back={back} />
        </Suspense>
      ) : (
        <Seen run={run} selection={selection} back={back} />
      )}
    </Page>
  );
}

/** Asks once more for those of an earlier request that were not registered, whatever they lacked. */
function againFor(ids: number[], newest: number): Selection | null {
  return ids.length === 0 ? null : { ids, upTo: newest, outcomes: ["ready"] };
}

function Page({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Request registration</h1>
      {children}
    </div>
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
