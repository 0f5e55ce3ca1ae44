import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { ListsFilterForm } from "#components/lists/lists-filter.tsx";
import { ListsTable } from "#components/lists/lists-table.tsx";
import { ListsActions, ListsAside } from "#components/lists/lists-tools.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { arranged, readListsFilter } from "#lib/lists/arranged.ts";
import { foldersOf, listsOf } from "#lib/lists/queries.ts";
import { changesInWeek } from "#lib/lists/queries/members.ts";
import { listDone } from "#lib/lists/sentences.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Lists" };

type Parameters = { searchParams: SearchParams };

export default async function ListsPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOf(searchParams);
  const filter = readListsFilter(read);
  const [all, folders, week] = await Promise.all([listsOf(actor), foldersOf(actor), changesInWeek(actor)]);
  const lists = arranged(all, filter);

  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <h1 className="text-2xl">Lists</h1>
          <ListsActions />
        </header>
        <NoticeOfWord word={read("done")} sentences={listDone} />
        <ListsFilterForm filter={filter} folders={folders.map(({ name }) => name)} />
        {lists.length === 0 ? (
          <Empty title="No list matches" action={<LinkButton href="/lists">Show all lists</LinkButton>}>
            Take a word out of the search, or choose Smart and Static Lists.
          </Empty>
        ) : (
          <ListsTable lists={lists} week={week} timeZone={actor.timeZone} />
        )}
      </div>
      <ListsAside />
    </div>
  );
}
