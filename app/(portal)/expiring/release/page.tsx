import type { Metadata } from "next";
import { chosenIn } from "#app/(portal)/expiring/chosen.ts";
import { NothingChosen } from "#components/expiring/nothing-chosen.tsx";
import { ReleaseForm } from "#components/expiring/release-form.tsx";
import { db } from "#db/client.ts";
import { readerOfAll, type SearchParams } from "#app/search-params.ts";
import { chosenRegistrations } from "#lib/notices/queries/chosen.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { policyInForce, registryToday } from "#lib/registration/queries.ts";

export const metadata: Metadata = { title: "Release" };

type Parameters = { searchParams: SearchParams };

export default async function ReleasePage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const [read, today, policy] = await Promise.all([readerOfAll(searchParams), registryToday(), policyInForce(db)]);
  const { ids, back } = await chosenIn(actor, read, today);
  const chosen = await chosenRegistrations(actor, ids);

  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <h1 className="text-2xl">Release</h1>
      {chosen.length === 0 ? (
        <NothingChosen back={back} />
      ) : (
        <ReleaseForm chosen={chosen} coolDownDays={policy.coolDownDays} back={back} />
      )}
    </div>
  );
}
