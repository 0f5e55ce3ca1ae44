import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { DuplicateGroup } from "#components/contacts/duplicate-group.tsx";
import { DuplicatesFound } from "#components/contacts/duplicates-found.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { NoticeOfWord } from "#components/ui/notice-of-word.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { readId } from "#lib/contacts/id.ts";
import { duplicatesPage } from "#lib/contacts/queries/duplicates.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";

export const metadata: Metadata = { title: "Duplicates" };

type Parameters = { searchParams: SearchParams };

const done: Readonly<Record<string, string>> = {
  searching: "Looking through every contact. Stay or go: what is found will stand here.",
  apart: "Kept apart. They will not be shown again unless another contact looks like them.",
  gone: "They were merged or told apart already.",
};

export default async function DuplicatesPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOf(searchParams);
  const after = readId(read("after"));
  const [page, today] = await Promise.all([duplicatesPage(actor, after), registryToday()]);

  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <BackLink href="/contacts">All Contacts</BackLink>
      <h1 className="text-2xl">Duplicates</h1>
      <p className="max-w-prose text-ink-2">
        Contacts that may be one: the same e-mail but for a tag, or the same name and company but for accents and the
        legal form.
      </p>
      <NoticeOfWord word={read("done")} sentences={done} />
      <DuplicatesFound page={page} timeZone={actor.timeZone} />
      {page.groups.length === 0 ? (
        <Nothing searched={page.found !== null} more={page.next !== null} />
      ) : (
        page.groups.map((group, at) => (
          <DuplicateGroup key={group.id} group={group} place={at + 1} today={today} after={after} />
        ))
      )}
      <Pagination
        label="Duplicates"
        newer={after === 0 ? undefined : "/contacts/duplicates"}
        older={page.next === null ? undefined : `/contacts/duplicates?after=${page.next}`}
        names={{ newer: "First", older: "Next" }}
      />
    </div>
  );
}

function Nothing({ searched, more }: { searched: boolean; more: boolean }) {
  if (!searched) return <Empty title="Nobody has looked yet">Press “Look now” to compare your contacts.</Empty>;
  if (more) return <Empty title="Nothing is left on this page">Everything on it was merged or told apart.</Empty>;
  return <Empty title="No duplicates">No two of your contacts look like one.</Empty>;
}
