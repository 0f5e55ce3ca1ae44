import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { NoticesList } from "#components/notices/notices-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { readId } from "#lib/contacts/id.ts";
import { seeNoticesAction } from "#lib/notices/actions/bell.ts";
import { noticesPage } from "#lib/notices/queries/bell.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Notices" };

type Parameters = { searchParams: SearchParams };

export default async function NoticesPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const before = readId((await readerOf(searchParams))("before"));
  const { lines, unseen, newest, next } = await noticesPage(actor, before === 0 ? null : before);

  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-2xl">Notices</h1>
        {unseen > 0 && before === 0 ? (
          <form action={seeNoticesAction}>
            <input type="hidden" name="upTo" value={newest} />
            <Button type="submit">Mark all as read</Button>
          </form>
        ) : null}
      </div>
      {lines.length === 0 ? (
        <Empty title="No notices" action={<LinkButton href="/expiring">See what expires</LinkButton>}>
          You are told here 30, 7 and 1 days before a registration expires, on the day after, and when a domain that you
          watch is free.
        </Empty>
      ) : (
        <NoticesList lines={lines} timeZone={actor.timeZone} />
      )}
      <Pagination
        label="Pages of notices"
        newer={before === 0 ? undefined : "/notices"}
        older={next === null ? undefined : `/notices?before=${next}`}
      />
    </div>
  );
}
