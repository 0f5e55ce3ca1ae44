import type { Metadata } from "next";
import { askedIn } from "#app/(portal)/bulk/asked.ts";
import { DryRunShown } from "#app/(portal)/bulk/dry-run-shown.tsx";
import type { SearchParams } from "#app/search-params.ts";
import { NobodyChosen } from "#components/bulk/nobody-chosen.tsx";
import { Whom } from "#components/bulk/whom.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Delete contacts" };

export default async function BulkDeletePage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const asked = await askedIn(actor, searchParams, { path: "/bulk/delete", isOwn: (name) => name === "wait" });
  const { selection } = asked;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Delete contacts</h1>
      {selection === null ? (
        <NobodyChosen />
      ) : (
        <>
          <Whom selection={selection} back={asked.back} />
          <p className="max-w-prose text-ink-2">
            Their e-mails do not enter registration by themselves again. Domains stay registered to your portal.
          </p>
          <DryRunShown {...{ actor, selection, asked }} change={{ kind: "delete", registered: "left-alone" }} />
        </>
      )}
    </div>
  );
}
