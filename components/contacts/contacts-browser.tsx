"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { parseAsString, useQueryStates } from "nuqs";
import { type ReactNode, useState } from "react";
import { useContactsChanged } from "#components/contacts/contacts-changed.ts";
import { ContactsTable, type Shown } from "#components/contacts/contacts-table.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { type Address, spellAddress } from "#lib/contacts/address.ts";
import { readPlace } from "#lib/contacts/filter.ts";
import type { ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { countUpTo } from "#lib/words.ts";

/** The table, which looks again while something is pending, and the search that follows the typing. */
export function ContactsBrowser(shown: Shown & { children?: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2_000 } } }));
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <Browser {...shown} />
      </NuqsAdapter>
    </QueryClientProvider>
  );
}

const inUrl = { q: parseAsString, from: parseAsString };

function Browser({ address: rendered, page: initial, today, children }: Shown & { children?: ReactNode }) {
  const [{ q }, setInUrl] = useQueryStates(inUrl, { throttleMs: 150, history: "replace" });
  const address = searchedFor(rendered, q ?? "");
  const isRendered = spellAddress(address) === spellAddress(rendered);
  const {
    data: page = initial,
    isError,
    refetch,
  } = useQuery({
    queryKey: ["contacts", spellAddress(address)],
    queryFn: () => fetchPage(address),
    placeholderData: keepPreviousData,
    ...(isRendered ? { initialData: initial } : {}),
    refetchInterval: ({ state }) => (state.data?.rows.some(({ openKind }) => openKind !== null) ? 1_000 : false),
  });
  useContactsChanged(() => void refetch());

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-4">
        {children}
        <form action="/contacts" className="max-w-md min-w-64 flex-1">
          <AddressFields address={rendered} />
          <Field
            label="Search contacts"
            labelHidden
            type="search"
            name="q"
            placeholder="Name, e-mail, company or website"
            defaultValue={rendered.filter.search}
            onChange={({ target }) => void setInUrl({ q: target.value === "" ? null : target.value, from: null })}
          />
        </form>
      </div>
      {isError && <Notice tone="danger" title="The contacts could not be read. Reload the page to try again." />}
      {page.rows.length === 0 ? (
        <NothingFound filtered={Object.keys(address.filter).length > 0} />
      ) : (
        <ContactsTable key={spellAddress(address)} address={address} page={page} today={today} />
      )}
      <Pagination label="Pages of contacts" summary={countUpTo(page.total, "contact")} {...waysFrom(address, page)} />
    </div>
  );
}

/** The rest of the address, so that a search without JavaScript stays in the same list and order. */
function AddressFields({ address }: { address: Address }) {
  const { search: _, ...filter } = address.filter;
  const fields = [...new URLSearchParams(spellAddress({ ...address, filter, place: null }))];
  return fields.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function NothingFound({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty title="No contact matches">Take a word out of the search, or choose another list.</Empty>
  ) : (
    <Empty title="No contacts yet">Contacts are the people you want to register. Add one, or import a file.</Empty>
  );
}

function searchedFor(address: Address, typed: string): Address {
  const search = typed.trim();
  if (search === (address.filter.search ?? "")) return address;
  const { search: _, ...others } = address.filter;
  return { ...address, filter: search === "" ? others : { ...others, search }, place: null };
}

async function fetchPage(address: Address): Promise<ContactsPage> {
  const response = await fetch(`/api/contacts?${spellAddress(address)}`);
  if (!response.ok) throw new Error(`contacts: ${response.status}`);
  const page: ContactsPage = await response.json();
  return page;
}

function waysFrom(address: Address, { next, previous }: ContactsPage) {
  const to = (place: string | null) =>
    place === null ? undefined : `/contacts?${spellAddress({ ...address, place: readPlace(place) })}`;
  return { newer: to(previous), older: to(next) };
}
