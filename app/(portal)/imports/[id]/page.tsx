import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { db } from "#db/client.ts";
import { ImportProgress } from "#components/imports/import-progress.tsx";
import { ImportResult } from "#components/imports/import-result.tsx";
import { LookAgain } from "#components/imports/look-again.tsx";
import { MatchForm } from "#components/imports/match-form.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readId } from "#lib/contacts/id.ts";
import { env } from "#lib/env.ts";
import { firstFailures, importById, importedContacts, type ImportView } from "#lib/imports/queries.ts";
import { requireMember } from "#lib/portals/queries.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { dateAndTime } from "#lib/words.ts";

export const metadata: Metadata = { title: "Import" };

const shownFailures = 20;

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireMember();
  const found = await importById(actor, readId((await params).id));
  if (found === undefined) notFound();
  const [contacts, failures, set] = await Promise.all([
    importedContacts(actor, found.id),
    firstFailures(actor, found.id, shownFailures),
    propertiesOf(db, actor.portalId),
  ]);

  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-3">
        <BackLink href="/imports">All imports</BackLink>
        <div>
          <h1 className="text-2xl">
            <bdi>{found.fileName}</bdi>
          </h1>
          <p className="text-ink-2">
            Uploaded {dateAndTime(found.createdAt, actor.timeZone)} by <bdi>{found.who}</bdi>
          </p>
        </div>
      </header>
      <Stage found={found} set={set}>
        <ImportResult found={found} contacts={contacts} failures={failures} />
      </Stage>
    </div>
  );
}

function Stage({ found, set, children }: { found: ImportView; set: PropertySet; children: ReactNode }) {
  switch (found.state) {
    case "receiving":
      return <Notice title="The file is still coming in." action={<LookAgain id={found.id} />} />;
    case "matching":
      return <MatchForm found={found} set={set} />;
    case "running":
      return <ImportProgress found={found} />;
    case "done":
      return children;
    case "failed":
      return (
        <>
          <Notice tone="danger" title={found.error} />
          {found.rowsDone > 0 ? children : null}
          <UploadForm limitMb={env.DIBS_IMPORT_LIMIT_MB} />
        </>
      );
  }
}
