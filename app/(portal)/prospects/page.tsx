import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { NoProspects } from "#components/prospects/no-prospects.tsx";
import { ProspectsHead } from "#components/prospects/prospects-head.tsx";
import { ProspectsTable } from "#components/prospects/prospects-table.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { keepFresh } from "#lib/prospects/commands/gather.ts";
import { lookAt } from "#lib/prospects/commands/look-at.ts";
import { readProspectPlace, spellProspectPlace } from "#lib/prospects/prospect.ts";
import { domainsSeen, gatheredAt } from "#lib/prospects/queries.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

export const metadata: Metadata = { title: "Prospects" };

export default async function ProspectsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const read = await readerOf(searchParams);
  const place = readProspectPlace(read("from"));
  await keepFresh();
  const [{ rows, more }, at, vendor] = await Promise.all([domainsSeen(actor, place), gatheredAt(db), vendorName(db)]);
  const prospects = await transaction((tx) => lookAt(tx, actor, rows));
  const last = rows.at(-1);

  return (
    <div className="flex flex-col gap-4">
      <ProspectsHead
        gatheredAt={at}
        now={now()}
        isAsked={read("done") === "asked"}
        isSpent={prospects.some(({ standing }) => standing === "not-shown")}
      />
      {prospects.length === 0 ? (
        <NoProspects isFirstLook={at === null} />
      ) : (
        <ProspectsTable prospects={prospects} vendor={vendor} now={now()} />
      )}
      <Pagination
        label="Pages of prospects"
        newer={place === null ? undefined : "/prospects"}
        older={more && last !== undefined ? `/prospects?from=${spellProspectPlace(last)}` : undefined}
        names={{ newer: "Newest", older: "Older" }}
      />
    </div>
  );
}
