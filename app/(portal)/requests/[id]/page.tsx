import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { BatchContacts } from "#components/requests/batch-contacts.tsx";
import { BatchHead } from "#components/requests/batch-head.tsx";
import { BatchProgress } from "#components/requests/batch-progress.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SyncPaused } from "#components/requests/sync-paused.tsx";
import { readId } from "#lib/contacts/id.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { batchById, syncPause } from "#lib/registration/queries.ts";
import { requestsOfBatch, rowsOfPage } from "#lib/registration/queries/batch-requests.ts";
import { count } from "#lib/words.ts";

export const metadata: Metadata = { title: "Request" };

type Place = {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
};

export default async function RequestPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const { timeZone } = actor;
  const batch = await batchById(actor, readId((await params).id));
  if (batch === undefined) notFound();
  const after = readId((await readerOf(searchParams))("after"));
  const [requests, sync] = await Promise.all([requestsOfBatch(actor, batch.id, after), syncPause(actor)]);
  const failed = batch.unavailable + batch.invalid;
  const next = requests.length < rowsOfPage ? undefined : requests.at(-1)?.receipt;

  return (
    <div className="flex flex-col gap-6">
      <BatchHead batch={batch} timeZone={timeZone} />
      <SyncPaused sync={sync} />
      <BatchProgress batch={batch} sync={sync} />
      {failed === 0 || batch.state === "asking" ? null : (
        <LinkButton href={`/requests/new?batch=${batch.id}`} className="self-start">
          Ask again for the {count(failed, "contact")} not registered
        </LinkButton>
      )}
      <BatchContacts pages={{ after, next }} vendor={await vendorName(db)} {...{ batch, requests, timeZone }} />
    </div>
  );
}
