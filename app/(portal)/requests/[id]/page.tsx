import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BatchProgress } from "#components/requests/batch-progress.tsx";
import { BatchRequests } from "#components/requests/batch-requests.tsx";
import { SyncPaused } from "#components/requests/sync-paused.tsx";
import { readId } from "#lib/contacts/id.ts";
import { env } from "#lib/env.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { batchById, syncPause } from "#lib/registration/queries.ts";
import { requestsOfBatch } from "#lib/registration/queries/batch-requests.ts";
import { count, dateAndTime } from "#lib/words.ts";

export const metadata: Metadata = { title: "Request" };

export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireMember();
  const { timeZone } = actor;
  const batch = await batchById(actor, readId((await params).id));
  if (batch === undefined) notFound();
  const [requests, sync] = await Promise.all([requestsOfBatch(actor, batch.id), syncPause(actor)]);

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
      {requests.length === 0 ? null : (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">
            {batch.requested > requests.length
              ? `The first ${requests.length} of ${count(batch.requested, "contact")}`
              : count(requests.length, "contact")}
          </h2>
          <BatchRequests requests={requests} vendor={env.DIBS_VENDOR} timeZone={timeZone} />
        </section>
      )}
    </div>
  );
}
