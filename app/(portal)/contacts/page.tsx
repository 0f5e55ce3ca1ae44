import type { Metadata } from "next";
import { DeletedNotice } from "#app/(portal)/contacts/deleted-notice.tsx";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { ContactsCards, ContactsTotals } from "#components/contacts/contacts-cards.tsx";
import { ContactsBrowser } from "#components/contacts/contacts-browser.tsx";
import { TidyingLinks } from "#components/contacts/tidying-links.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { ListPicker } from "#components/contacts/list-picker.tsx";
import { now } from "#lib/clock.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { contactsPage, pageSize, portalTotals } from "#lib/contacts/queries/contacts-page.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";

export const metadata: Metadata = { title: "Contacts" };

type Parameters = { searchParams: SearchParams };

export default async function ContactsHome({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOf(searchParams);
  const address = readAddress(read);
  const [page, totals, lists, today] = await Promise.all([
    contactsPage(actor, { ...address, size: pageSize }),
    portalTotals(actor),
    listsOf(actor),
    registryToday(),
  ]);

  return (
    <div className="grid gap-6 2xl:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="flex flex-wrap items-baseline gap-x-6">
            <h1 className="text-2xl">Contacts</h1>
            <ContactsTotals totals={totals} now={now()} />
          </div>
          <div className="flex flex-wrap gap-2">
            <TidyingLinks />
            <LinkButton href="/contacts/new" variant="primary">
              Add New Contact
            </LinkButton>
            <LinkButton href="/imports">Import Contacts</LinkButton>
          </div>
        </header>
        <DeletedNotice actor={actor} deleted={read("deleted")} />
        <ContactsBrowser address={address} page={page} today={today}>
          <ListPicker lists={lists} chosen={address.filter.rule ?? String(address.filter.listId ?? "")} />
        </ContactsBrowser>
      </div>
      <ContactsCards />
    </div>
  );
}
