import type { Metadata } from "next";
import { backFrom, type Read } from "#app/(portal)/requests/new/asked.ts";
import { DryRunShown } from "#app/(portal)/requests/new/dry-run-shown.tsx";
import { readerOfAll, type SearchParams } from "#app/search-params.ts";
import { NothingToRequest } from "#components/requests/nothing-to-request.tsx";
import { readId } from "#lib/contacts/id.ts";
import { idsAtDomain } from "#lib/contacts/queries/at-domain.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { type ContactSelection, readSelection } from "#lib/contacts/selection.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { failedInBatch } from "#lib/registration/queries/batch-requests.ts";

export const metadata: Metadata = { title: "Request registration" };

type Parameters = { searchParams: SearchParams };

export default async function NewRequestPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const read = await readerOfAll(searchParams);
  const newest = await newestContactId(actor);
  const selection = (await namedIn(actor, read, newest)) ?? readSelection(read, newest);

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

/** Those of an earlier request that were not registered, whatever they lacked, or the contacts at a domain. */
async function namedIn(actor: Actor, read: Read, upTo: number): Promise<ContactSelection | null> {
  const [again, domain] = [readId(read("batch")), read("domain").slice(0, 253)];
  const ids = again === 0 ? await idsAtDomain(actor, domain) : await failedInBatch(actor, again);
  return ids.length === 0 ? null : { ids, upTo };
}
