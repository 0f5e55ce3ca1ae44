import type { Metadata } from "next";
import { askedIn } from "#app/(portal)/bulk/asked.ts";
import { DryRunShown } from "#app/(portal)/bulk/dry-run-shown.tsx";
import type { SearchParams } from "#app/search-params.ts";
import { db } from "#db/client.ts";
import { EditForm } from "#components/bulk/edit-form.tsx";
import { NobodyChosen } from "#components/bulk/nobody-chosen.tsx";
import { Whom } from "#components/bulk/whom.tsx";
import { isOfEdit, readLines } from "#lib/bulk/edit-form.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Edit contacts" };

export default async function BulkEditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireMember();
  const asked = await askedIn(actor, searchParams, { path: "/bulk/edit", isOwn: isOfEdit });
  const { selection, looked } = asked;
  const set = await propertiesOf(db, actor.portalId);
  const shown = readLines(asked.read, set, { timeZone: actor.timeZone, looked });
  const lines = shown.flatMap(({ line }) => line ?? []);
  const isReady = looked && lines.length > 0 && lines.length === shown.length;

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Edit contacts</h1>
      {selection === null ? (
        <NobodyChosen />
      ) : (
        <>
          <Whom selection={selection} back={asked.back} />
          <EditForm meant={asked.meant} lines={shown} groups={set.groups} writable={set.writable} />
          {isReady ? (
            <DryRunShown {...{ actor, selection, asked }} change={{ kind: "edit", lines, registered: "left-alone" }} />
          ) : null}
        </>
      )}
    </div>
  );
}
