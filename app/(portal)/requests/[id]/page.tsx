import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { BatchProgress } from "#components/requests/batch-progress.tsx";
import { RequestsTable } from "#components/requests/requests-table.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SyncPaused } from "#components/requests/sync-paused.tsx";
import { readId } from "#lib/contacts/id.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { batchById, syncPause } from "#lib/registration/queries.ts";
import { requestsOfBatch, rowsOfPage } from "#lib/registration/queries/batch-requests.ts";
import { count, dateAndTime } from "#lib/words.ts";

export const metadata: Metadata = { title: "Request" };

type Place = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RequestPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const { timeZone } = actor;
  const batch = await batchById(actor, readId((await params).id));
  if (batch === undefined) notFound();
  const after = readId([(await searchParams)["after"]].flat()[0] ?? "");
  const [requests, sync] = await Promise.all([requestsOfBatch(actor, batch.id, after), syncPause(actor)]);
  const failed = batch.unavailable + batch.invalid;
  const last = requests.at(-1);

  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-3">
        <Link
          href="/requests"
          className="inline-flex min-h-6 items-center gap-1 self-start text-sm text-link underline"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          All requests
        </Link>
        <div>
          <h1 className="text-2xl">Request of {dateAndTime(batch.createdAt, timeZone)}</h1>
          <p className="text-ink-2">
            Asked by <bdi>{batch.who}</bdi>
            {batch.finishedAt === null ? "" : `, the last contact on ${dateAndTime(batch.finishedAt, timeZone)}`}
          </p>
        </div>
      </header>
      <SyncPaused sync={sync} />
      <BatchProgress batch={batch} sync={sync} />
      {failed === 0 || batch.state === "asking" ? null : (
        <LinkButton href={`/requests/new?batch=${batch.id}`} className="self-start">
          Ask again for the {count(failed, "contact")} not registered
        </LinkButton>
      )}
      {requests.length === 0 ? null : (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">
            {batch.requested > requests.length
              ? `${requests.length} of ${count(batch.requested, "contact")}, by receipt`
              : count(requests.length, "contact")}
          </h2>
          <RequestsTable
            label="Contacts asked for"
            requests={requests}
            vendor={await vendorName(db)}
            timeZone={timeZone}
          />
          <Pagination
            label="Pages of this request"
            newer={after === 0 ? undefined : `/requests/${batch.id}`}
            older={
              last === undefined || requests.length < rowsOfPage
                ? undefined
                : `/requests/${batch.id}?after=${last.receipt}`
            }
            names={{ newer: "First", older: "Next" }}
          />
        </section>
      )}
    </div>
  );
}
