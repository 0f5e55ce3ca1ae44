import type { Metadata } from "next";
import { db } from "#db/client.ts";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { BatchesTable } from "#components/requests/batches-table.tsx";
import { LookAgain } from "#components/requests/look-again.tsx";
import { RequestsTable } from "#components/requests/requests-table.tsx";
import { SyncPaused } from "#components/requests/sync-paused.tsx";
import { WaitingRequests } from "#components/requests/waiting-requests.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { batchesOf, syncPause } from "#lib/registration/queries.ts";
import { singleRequestsOf, waitingRequestsOf } from "#lib/registration/queries/batch-requests.ts";
import { count } from "#lib/words.ts";

export const metadata: Metadata = { title: "Requests" };

type Parameters = { searchParams: SearchParams };

export default async function RequestsPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const [read, batches, waiting, single, sync, lists, vendor] = await Promise.all([
    readerOf(searchParams),
    batchesOf(actor),
    waitingRequestsOf(actor),
    singleRequestsOf(actor),
    syncPause(actor),
    listsOf(actor),
    vendorName(db),
  ]);
  const open = lists.find(({ rule }) => rule === "pending")?.size ?? 0;

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Requests</h1>
      <Withdrawn receipt={read("withdrawn")} />
      <SyncPaused sync={sync} />
      {batches.length + waiting.length + single.length === 0 ? (
        <Empty title="Nothing requested yet" action={<LinkButton href="/contacts">Choose contacts</LinkButton>}>
          Choose contacts and request registration for them: what becomes of each request is shown here.
        </Empty>
      ) : null}
      {batches.length === 0 ? null : (
        <Section title="For many contacts">
          <BatchesTable batches={batches} timeZone={actor.timeZone} />
        </Section>
      )}
      {waiting.length === 0 ? null : (
        <Section title={count(open, "open request")}>
          {open > waiting.length ? <p className="text-ink-2">The {waiting.length} that are answered next:</p> : null}
          <WaitingRequests requests={waiting} timeZone={actor.timeZone} />
          {sync === "running" && <LookAgain />}
        </Section>
      )}
      {single.length === 0 ? null : (
        <Section title="One by one">
          <RequestsTable label="Requests for one contact" requests={single} vendor={vendor} timeZone={actor.timeZone} />
        </Section>
      )}
    </div>
  );
}

function Withdrawn({ receipt }: { receipt: string | undefined }) {
  if (receipt === "no") return <Notice title="That request was answered before it could be withdrawn." />;
  if (receipt === undefined || !/^\d{1,16}$/.test(receipt)) return null;
  return <Notice tone="success" title={`Request ${receipt} is withdrawn.`} />;
}
