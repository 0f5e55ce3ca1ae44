import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checked } from "#app/(portal)/imports/[id]/checked.tsx";
import { Done } from "#app/(portal)/imports/[id]/done.tsx";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { db } from "#db/client.ts";
import { ImportHead } from "#components/imports/import-head.tsx";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { LookAgain } from "#components/imports/look-again.tsx";
import { MatchForm } from "#components/imports/match-form.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readId } from "#lib/contacts/id.ts";
import { env } from "#lib/env.ts";
import { importById, type ImportView } from "#lib/imports/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requireMember } from "#lib/portals/queries.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Import" };

type Place = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function ImportPage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const found = await importById(actor, readId((await params).id));
  if (found === undefined) notFound();
  const [set, read] = await Promise.all([propertiesOf(db, actor.portalId), readerOf(searchParams)]);

  return (
    <div className="flex flex-col gap-6">
      <ImportHead found={found} timeZone={actor.timeZone} />
      <Stage {...{ actor, found, set, read }} />
    </div>
  );
}

type Shown = { actor: Actor; found: ImportView; set: PropertySet; read: (name: string) => string | undefined };

function Stage({ actor, found, set, read }: Shown) {
  switch (found.state) {
    case "receiving":
      return <Notice title="The file is still coming in." action={<LookAgain id={found.id} />} />;
    case "matching":
      return <MatchForm found={found} set={set} />;
    case "checking":
    case "running":
      // Another kind of work is another bar.
      return <ImportProgress key={found.state} found={{ ...found, undo: null }} />;
    case "checked":
      return <Checked {...{ actor, found, set, read }} />;
    case "done":
      return <Done actor={actor} found={found} read={read} />;
    case "failed":
      return (
        <>
          <Notice tone="danger" title={found.error} />
          {found.rowsDone > 0 ? <Done actor={actor} found={found} read={read} /> : null}
          <UploadForm limitMb={env.DIBS_IMPORT_LIMIT_MB} />
        </>
      );
  }
}
