import type { Metadata } from "next";
import { askedIn } from "#app/(portal)/bulk/asked.ts";
import { DryRunShown } from "#app/(portal)/bulk/dry-run-shown.tsx";
import type { SearchParams } from "#app/search-params.ts";
import { ListForm } from "#components/bulk/list-form.tsx";
import { NobodyChosen } from "#components/bulk/nobody-chosen.tsx";
import { Whom } from "#components/bulk/whom.tsx";
import { isOfList, readListForm } from "#lib/bulk/list-form.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Add to a list" };

export default async function BulkListPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const asked = await askedIn(actor, searchParams, { path: "/bulk/list", isOwn: isOfList });
  const { selection, looked } = asked;
  const lists = (await listsOf(actor)).filter(({ kind, archivedAt }) => kind === "static" && archivedAt === null);
  const form = readListForm(asked.read, lists, { looked });

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Add to a list, or remove from one</h1>
      {selection === null ? (
        <NobodyChosen />
      ) : (
        <>
          <Whom selection={selection} back={asked.back} />
          <ListForm meant={asked.meant} asked={form} lists={lists} />
          {looked && form.change !== null ? (
            <DryRunShown {...{ actor, selection, asked }} change={form.change} />
          ) : null}
        </>
      )}
    </div>
  );
}
