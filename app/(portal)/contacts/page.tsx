import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeletedNotice } from "#app/(portal)/contacts/deleted-notice.tsx";
import { UnderSearch } from "#app/(portal)/contacts/under-search.tsx";
import { ViewsOfPage } from "#app/(portal)/contacts/views-of-page.tsx";
import { readerOfAll, readerOfEach, type SearchParams } from "#app/search-params.ts";
import { ContactsCards, ContactsTotals } from "#components/contacts/contacts-cards.tsx";
import { ContactsBrowser } from "#components/contacts/contacts-browser.tsx";
import { TidyingLinks } from "#components/contacts/tidying-links.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { ListPicker } from "#components/contacts/list-picker.tsx";
import { now } from "#lib/clock.ts";
import { readAddress } from "#lib/contacts/address.ts";
import { contactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import { portalTotals } from "#lib/contacts/queries/totals.ts";
import { listsOf } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { openingViewOf } from "#lib/views/queries.ts";
import { pathOfView } from "#lib/views/view.ts";

export const metadata: Metadata = { title: "Contacts" };

type Parameters = { searchParams: SearchParams };

export default async function ContactsHome({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOfAll(searchParams);
  const address = readAddress(read);
  const every = await readerOfEach(searchParams);
  if (Object.keys(await searchParams).length === 0) await openWithView(actor);
  const [shown, totals, lists, today] = await Promise.all([
    contactsShown(actor, address),
    portalTotals(actor),
    listsOf(actor),
    registryToday(),
  ]);
  const listName = lists.find(({ id, rule }) => (address.filter.rule ?? address.filter.listId) === (rule || id))?.name;

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
            <TidyingLinks />
          </div>
        </header>
        <DeletedNotice actor={actor} deleted={read("deleted")} />
        <ContactsBrowser
          address={address}
          page={shown.page}
          columns={shown.columns}
          lines={shown.lines}
          today={today}
          panel={<UnderSearch {...{ actor, address, every, shown }} listName={listName} />}
        >
          <ViewsOfPage actor={actor} address={address} />
          <ListPicker lists={lists} chosen={address.filter.rule ?? String(address.filter.listId ?? "")} />
        </ContactsBrowser>
      </div>
      <ContactsCards />
    </div>
  );
}

/** An address that asks for nothing opens with the view that the person has chosen for that. */
async function openWithView(actor: Actor): Promise<void> {
  const view = await openingViewOf(actor);
  if (view !== undefined) redirect(pathOfView(view));
}
