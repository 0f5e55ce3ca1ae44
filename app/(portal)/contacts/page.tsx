import type { Metadata } from "next";
import { ContactsPanel } from "#app/(portal)/contacts/panel.tsx";
import { readerOfAll, readerOfEach, type SearchParams } from "#app/search-params.ts";
import { ContactsCards, ContactsTotals } from "#components/contacts/contacts-cards.tsx";
import { ContactsBrowser } from "#components/contacts/contacts-browser.tsx";
import { FilterNotices } from "#components/contacts/filter-notices.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { ListPicker } from "#components/contacts/list-picker.tsx";
import { now } from "#lib/clock.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { portalTotals } from "#lib/contacts/queries/contacts-page.ts";
import { contactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import { listsOf } from "#lib/lists/queries.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";

export const metadata: Metadata = { title: "Contacts" };

type Parameters = { searchParams: SearchParams };

export default async function ContactsHome({ searchParams }: Parameters) {
  const actor = await requireMember();
  const address = readAddress(await readerOfAll(searchParams));
  const every = await readerOfEach(searchParams);
  const [shown, totals, lists, today] = await Promise.all([
    contactsShown(actor, address),
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
            <LinkButton href="/contacts/new" variant="primary">
              Add New Contact
            </LinkButton>
            <LinkButton href="/imports">Import Contacts</LinkButton>
          </div>
        </header>
        <ContactsBrowser
          address={address}
          page={shown.page}
          columns={shown.columns}
          lines={shown.lines}
          today={today}
          panel={
            <>
              <ContactsPanel actor={actor} address={address} every={every} columns={shown.columns} />
              <FilterNotices faults={shown.faults} told={shown.told} />
            </>
          }
        >
          <ListPicker lists={lists} chosen={address.filter.rule ?? String(address.filter.listId ?? "")} />
        </ContactsBrowser>
      </div>
      <ContactsCards />
    </div>
  );
}
