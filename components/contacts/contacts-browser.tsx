"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { parseAsString, useQueryStates } from "nuqs";
import { memo, type ReactNode, startTransition, useDeferredValue, useMemo, useState } from "react";
import { useContactsChanged } from "#components/contacts/contacts-changed.ts";
import { ContactsTable, type Shown } from "#components/contacts/contacts-table.tsx";
import { AddressFields, ShownAddress } from "#components/contacts/shown-address.tsx";
import { TableTools } from "#components/contacts/table-tools.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { type Address, searchedFor, spellAddress } from "#lib/contacts/address.ts";
import { readPlace } from "#lib/contacts/filter.ts";
import type { FilterLine } from "#lib/contacts/checked-conditions.ts";
import type { ContactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { countUpTo } from "#lib/words.ts";

type Props = Shown & { lines: readonly FilterLine[]; panel?: ReactNode; children?: ReactNode };

/**
 * The table, which looks again while something is pending, and the search that follows the typing. `children` stand beside the
 * search, the `panel` under it: forms that change what is shown.
 */
export function ContactsBrowser(shown: Props) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2_000 } } }));
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <div className="flex flex-col gap-3">
          <Browser {...shown} />
        </div>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}

const inUrl = { q: parseAsString, from: parseAsString };

function Browser({ lines, panel, children, ...shown }: Props) {
  const { address: rendered } = shown;
  const [{ q }, setInUrl] = useQueryStates(inUrl, { throttleMs: 150, history: "replace" });
  const address = useMemo(() => searchedFor(rendered, q ?? ""), [rendered, q]);

  return (
    <ShownAddress address={address}>
      <div className="flex flex-wrap items-end gap-4 print:hidden">
        {children}
        <form action="/contacts" className="max-w-md min-w-64 flex-1">
          <AddressFields besides={["q"]} />
          <Field
            label="Search contacts"
            labelHidden
            type="search"
            name="q"
            placeholder="Name, e-mail, company or website"
            defaultValue={rendered.filter.search}
            onChange={({ target: { value } }) =>
              // What follows the typing is drawn between two letters.
              startTransition(() => void setInUrl({ q: value === "" ? null : value, from: null }))
            }
          />
        </form>
      </div>
      <TableTools address={address} lines={lines} />
      {panel}
      <Asked {...shown} rendered={rendered} address={address} />
    </ShownAddress>
  );
}

// What asks, what draws the answer and what follows the address are three components. Where a store outside of React has changed while
// React draws between two letters, it draws all that reads the store, and all that was drawn with it, anew at one go.

/** Asks for what the address says; `page` is what was rendered by the server, for the address `rendered`. */
const Asked = memo(function Asked({ rendered, address, page: initial, columns, today }: Shown & { rendered: Address }) {
  const isRendered = spellAddress(address) === spellAddress(rendered);
  const { data, isError, refetch } = useQuery({
    queryKey: ["contacts", spellAddress(address)],
    queryFn: async () => ({ address, page: await fetchPage(address) }),
    placeholderData: keepPreviousData,
    ...(isRendered ? { initialData: { address, page: initial } } : {}),
    refetchInterval: ({ state }) => (state.data?.page.rows.some(({ openKind }) => openKind !== null) ? 1_000 : false),
  });
  useContactsChanged(() => void refetch());
  return (
    <>
      {isError && <Notice tone="danger" title="The contacts could not be read. Reload the page to try again." />}
      <Answered found={data} rendered={rendered} columns={columns} today={today} />
    </>
  );
});

type FoundProps = Shown & { rendered: Address };
type Answer = Omit<FoundProps, "address" | "page"> & { found: Pick<Shown, "address" | "page"> | undefined };

/** A hundred rows are drawn when there are other ones, and between two letters: whoever types waits for none of them. */
function Answered({ found, rendered, columns, today }: Answer) {
  const later = useDeferredValue(found);
  return useMemo(
    () => later && <Found {...later} {...{ rendered, columns, today }} />,
    [later, rendered, columns, today],
  );
}

/** Those who were found, with the address that they were found by: what is done with all of them goes by that. */
function Found({ address, page, rendered, columns, today }: FoundProps) {
  const asked = spellAddress(address);
  return (
    <>
      {page.rows.length === 0 ? (
        <NothingFound filtered={Object.keys(address.filter).length > 0} />
      ) : (
        <ContactsTable key={asked} {...{ address, page, columns, today }} typed={asked !== spellAddress(rendered)} />
      )}
      <Pagination label="Pages of contacts" summary={countUpTo(page.total, "contact")} {...waysFrom(address, page)} />
    </>
  );
}

function NothingFound({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty title="No contact matches">
      Take a word out of the search or a line out of the filter, or choose another list.
    </Empty>
  ) : (
    <Empty title="No contacts yet">Contacts are the people you want to register. Add one, or import a file.</Empty>
  );
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
