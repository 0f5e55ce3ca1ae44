import type { Metadata } from "next";
import { db } from "#db/client.ts";
import { chosenIn } from "#app/(portal)/expiring/chosen.ts";
import { readerOfAll, type SearchParams } from "#app/search-params.ts";
import { NothingChosen } from "#components/expiring/nothing-chosen.tsx";
import { ReRegisterForm } from "#components/expiring/re-register-form.tsx";
import { RenewalTable } from "#components/expiring/renewal-table.tsx";
import { SyncPaused } from "#components/requests/sync-paused.tsx";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { plannedRenewals } from "#lib/notices/queries/chosen.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday, syncPause } from "#lib/registration/queries.ts";
import { figure } from "#lib/words.ts";

export const metadata: Metadata = { title: "Re-register" };

type Parameters = { searchParams: SearchParams };

export default async function ReRegisterPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const [read, today, sync] = await Promise.all([readerOfAll(searchParams), registryToday(), syncPause(actor)]);
  const { ids, back } = await chosenIn(actor, read, today);
  const planned = await plannedRenewals(actor, ids, today);
  const renewed = planned.filter(({ renewal }) => renewal.comes === "renewed");

  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Re-register</h1>
      {planned.length === 0 ? (
        <NothingChosen back={back} />
      ) : (
        <>
          <p className="max-w-prose">
            {figure(renewed.length)} of {figure(planned.length)} would be registered to you for a full term from today,
            with every contact that is attached. Nothing is asked before you press the button.
          </p>
          <SyncPaused sync={sync} />
          <RenewalTable planned={planned} vendor={await vendorName(db)} />
          <ReRegisterForm ids={renewed.map(({ id }) => id)} back={back} />
        </>
      )}
    </div>
  );
}
