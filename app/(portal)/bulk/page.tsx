import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { db } from "#db/client.ts";
import { ChangesTable } from "#components/bulk/changes-table.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { bulkChangesOf, changesOfPage } from "#lib/bulk/queries/changes.ts";
import { readId } from "#lib/contacts/id.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Bulk changes" };

export default async function BulkChangesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const before = readId((await readerOf(searchParams))("before"));
  const [changes, set] = await Promise.all([bulkChangesOf(actor, before), propertiesOf(db, actor.portalId)]);
  const next = changes.length < changesOfPage ? undefined : changes.at(-1)?.id;

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Bulk changes</h1>
      {changes.length === 0 ? (
        <Empty title="Nothing changed yet" action={<LinkButton href="/contacts">Choose contacts</LinkButton>}>
          Choose contacts, then edit them, add them to a list or delete them: what became of each is kept here.
        </Empty>
      ) : (
        <>
          <ChangesTable changes={changes} labels={{ set, timeZone: actor.timeZone }} />
          <Pagination
            label="Pages of bulk changes"
            newer={before === 0 ? undefined : "/bulk"}
            older={next === undefined ? undefined : `/bulk?before=${next}`}
            names={{ newer: "Newest", older: "Older" }}
          />
        </>
      )}
    </div>
  );
}
