import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { DeletedNotices } from "#components/contacts/deleted-notices.tsx";
import { DeletedTable } from "#components/contacts/deleted-table.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Field } from "#components/ui/field.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { readPlace } from "#lib/contacts/filter.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { deletedContact, deletedPage } from "#lib/contacts/queries/deleted-contacts.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { readRestored } from "#lib/registration/restored-address.ts";

export const metadata: Metadata = { title: "Deleted contacts" };

type Parameters = { searchParams: SearchParams };

export default async function DeletedContactsPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOf(searchParams);
  const search = (read("q") ?? "").replaceAll("\0", "").slice(0, 200).trim();
  const done = readRestored(read);
  const [page, refused, taker] = await Promise.all([
    deletedPage(actor, { search, place: readPlace(read("from") ?? "") }),
    deletedContact(actor, done.refused),
    contactById(actor, done.taken),
  ]);
  const at = (place: string | null) =>
    place === null
      ? undefined
      : `/contacts/deleted?${new URLSearchParams({ ...(search && { q: search }), from: place }).toString()}`;

  return (
    <div className="flex flex-col gap-4">
      <BackLink href="/contacts">All Contacts</BackLink>
      <h1 className="text-2xl">Deleted contacts</h1>
      <p className="max-w-prose text-ink-2">
        A deleted contact can be restored for 90 days, under its own address and with its history. After that everything
        but its e-mail is given up for good.
      </p>
      <DeletedNotices done={done} forgotten={read("forgotten")} refused={refused} taker={taker} />
      <search>
        <form action="/contacts/deleted" className="flex flex-wrap items-end gap-2">
          <Field
            label="Search deleted contacts"
            labelHidden
            type="search"
            name="q"
            placeholder="Name, e-mail, company or website"
            defaultValue={search}
            className="min-w-40 flex-1 sm:max-w-80"
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      {page.rows.length > 0 ? (
        <DeletedTable rows={page.rows} timeZone={actor.timeZone} mayForget={actor.role === "admin"} />
      ) : (
        <Nothing search={search} />
      )}
      <Pagination label="Deleted contacts" newer={at(page.previous)} older={at(page.next)} />
    </div>
  );
}

function Nothing({ search }: { search: string }) {
  if (search === "")
    return <Empty title="Nothing was deleted">Contacts that are deleted stand here for 90 days.</Empty>;
  return (
    <Empty title="No deleted contact matches" action={<LinkButton href="/contacts/deleted">Show all</LinkButton>}>
      Take a word out of the search.
    </Empty>
  );
}
