import type { Metadata } from "next";
import { db } from "#db/client.ts";
import { readerOfAll, type SearchParams } from "#app/search-params.ts";
import { ExportForm } from "#components/exports/export-form.tsx";
import { NothingToExport } from "#components/exports/nothing-to-export.tsx";
import { FilterNotices } from "#components/contacts/filter-notices.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { readAddress, spellAddress } from "#lib/contacts/address.ts";
import { contactsShown } from "#lib/contacts/queries/contacts-shown.ts";
import { meant } from "#lib/contacts/queries/meant.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { type ContactSelection, readSelection } from "#lib/contacts/selection.ts";
import { selectionInWords } from "#lib/exports/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Export contacts" };

type Parameters = { searchParams: SearchParams };

/** Which contacts, in which columns, and as which file: nothing goes out before it was seen. */
export default async function NewExportPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOfAll(searchParams);
  const [upTo, address] = [await newestContactId(actor), { ...readAddress(read), place: null }];
  const selection = readSelection(read, upTo);
  const { page, columns, faults, told } = await contactsShown(actor, address);
  const back = `/contacts?${spellAddress(address)}`;
  const total = selection?.ids === undefined ? page.total : await chosenOf(actor, selection);

  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <BackLink href={back}>Back to Contacts</BackLink>
      <h1 className="text-2xl">Export contacts</h1>
      <FilterNotices faults={faults} told={told} />
      {selection === null || faults.length > 0 || total.count === 0 ? (
        <NothingToExport back={back} />
      ) : (
        <ExportForm
          what={await selectionInWords(actor, selection)}
          total={total}
          labels={["Name", ...columns.map(({ label }) => label)]}
          columnsAt={`${back}&panel=columns`}
          sent={{
            upTo: String(upTo),
            address: spellAddress(address),
            ...(selection.ids === undefined ? { all: "1" } : { ids: selection.ids.join(" ") }),
          }}
        />
      )}
    </div>
  );
}

/** How many of those that were chosen are there, and the portal's. */
async function chosenOf({ portalId }: Actor, selection: ContactSelection): Promise<{ count: number; exact: boolean }> {
  const ids = await meant(db, portalId, { selection, position: 0, limit: selection.ids?.length ?? 0 });
  return { count: ids.length, exact: true };
}
