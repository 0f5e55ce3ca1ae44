import type { Metadata } from "next";
import { backFrom } from "#app/(portal)/requests/new/asked.ts";
import { DryRunShown } from "#app/(portal)/requests/new/dry-run-shown.tsx";
import { readerOfAll, type SearchParams } from "#app/search-params.ts";
import { NothingToRequest } from "#components/requests/nothing-to-request.tsx";
import { readId } from "#lib/contacts/id.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { type ContactSelection, readSelection } from "#lib/contacts/selection.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { failedInBatch } from "#lib/registration/queries/batch-requests.ts";

export const metadata: Metadata = { title: "Request registration" };

type Parameters = { searchParams: SearchParams };

export default async function NewRequestPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOfAll(searchParams);
  const again = readId(read("batch"));
  const newest = await newestContactId(actor);
  const selection = again === 0 ? readSelection(read, newest) : againFor(await failedInBatch(actor, again), newest);

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Request registration</h1>
      {selection === null ? (
        <NothingToRequest waiting={0} back={backFrom(read)} />
      ) : (
        <DryRunShown actor={actor} selection={{ ...selection, outcomes: ["ready"] }} read={read} />
      )}
    </div>
  );
}

/** Asks once more for those of an earlier request that were not registered, whatever they lacked. */
function againFor(ids: number[], newest: number): ContactSelection | null {
  return ids.length === 0 ? null : { ids, upTo: newest };
}
