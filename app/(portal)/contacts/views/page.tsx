import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { ViewsTable } from "#components/views/views-table.tsx";
import { requireMember } from "#lib/portals/queries.ts";
import { viewsOf } from "#lib/views/queries.ts";
import { viewDone, viewRefused } from "#lib/views/sentences.ts";

export const metadata: Metadata = { title: "Views" };

type Parameters = { searchParams: SearchParams };

export default async function ViewsPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const [views, read] = [await viewsOf(actor), await readerOf(searchParams)];
  return (
    <div className="flex flex-col gap-4">
      <BackLink href="/contacts">Back to Contacts</BackLink>
      <h1 className="text-2xl">Views</h1>
      <NoticeOfWord word={read("done")} sentences={viewDone} />
      <NoticeOfWord word={read("problem")} sentences={viewRefused} tone="danger" />
      {views.length === 0 ? (
        <Empty title="No views yet" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
          A view keeps a filter, columns and an order of Contacts under a name. Set the table up, then save it there.
        </Empty>
      ) : (
        <ViewsTable views={views} role={actor.role} timeZone={actor.timeZone} />
      )}
    </div>
  );
}
