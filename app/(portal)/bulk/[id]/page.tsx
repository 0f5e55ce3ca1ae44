import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { db } from "#db/client.ts";
import { BulkHead } from "#components/bulk/bulk-head.tsx";
import { BulkProgress } from "#components/bulk/bulk-progress.tsx";
import { BulkTools } from "#components/bulk/bulk-tools.tsx";
import { RowsTable } from "#components/bulk/rows-table.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { isKept, undoingOf } from "#lib/bulk/change.ts";
import { bulkChangeById } from "#lib/bulk/queries/changes.ts";
import { rowsOfPage, rowsToExplain } from "#lib/bulk/queries/rows.ts";
import { bulkTold } from "#lib/bulk/sentences.ts";
import { now } from "#lib/clock.ts";
import { readId } from "#lib/contacts/id.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Bulk change" };

type Place = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function BulkChangePage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const run = await bulkChangeById(actor, readId((await params).id));
  if (run === undefined) notFound();
  const read = await readerOf(searchParams);
  const labels = { set: await propertiesOf(db, actor.portalId), timeZone: actor.timeZone };

  return (
    <div className="flex flex-col gap-6">
      <BulkHead run={run} labels={labels} />
      <NoticeOfWord word={read("told")} sentences={bulkTold} tone="warning" />
      <BulkProgress run={run} />
      <BulkTools run={run} undoing={undoingOf(run, now())} isKept={isKept(run, now())} timeZone={actor.timeZone} />
      {(["refused", "left"] as const).map(async (what) => {
        const after = readId(read(what));
        const rows = run[what] === 0 ? [] : await rowsToExplain(actor, { id: run.id, what, after });
        const next = rows.length < rowsOfPage ? undefined : rows.at(-1)?.id;
        return <RowsTable key={what} {...{ run, what, rows }} pages={{ after, next }} />;
      })}
    </div>
  );
}
