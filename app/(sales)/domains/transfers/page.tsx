import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { DoneNotice } from "#components/sales/done-notice.tsx";
import { PageHead } from "#components/sales/page-head.tsx";
import { TransfersTable } from "#components/sales/transfers-table.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { acceptedTransfers } from "#lib/registration/queries/domain-of-portal.ts";

export const metadata: Metadata = { title: "Transfers" };

type Props = { searchParams: SearchParams };

export default async function TransfersPage({ searchParams }: Props) {
  const { timeZone } = await requireChannelManager();
  const [transfers, read] = await Promise.all([acceptedTransfers(), readerOf(searchParams)]);
  return (
    <div className="flex flex-col gap-4">
      <PageHead above={{ href: "/domains", name: "Sales database" }} title="Transfers" />
      <DoneNotice done={read("done")} />
      {transfers.length === 0 ? (
        <Empty title="No transfer waits for you">
          A domain changes hands when both partners have agreed and you let it through. It is then locked for 60 days.
        </Empty>
      ) : (
        <TransfersTable transfers={transfers} timeZone={timeZone} />
      )}
    </div>
  );
}
