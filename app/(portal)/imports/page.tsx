import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { ImportsTable } from "#components/imports/imports-table.tsx";
import { UploadForm } from "#components/imports/upload-form.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Section } from "#components/ui/section.tsx";
import { env } from "#lib/env.ts";
import { importsOf, mostImports } from "#lib/imports/queries.ts";
import { refusalNamed, uploadRefused } from "#lib/imports/sentences.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Imports" };

type Parameters = { searchParams: SearchParams };

export default async function ImportsPage({ searchParams }: Parameters) {
  const actor = await requireMember();
  const [read, imports] = await Promise.all([readerOf(searchParams), importsOf(actor)]);
  const why = refusalNamed(read("refused"));
  const limitMb = env.DIBS_IMPORT_LIMIT_MB;

  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl">Imports</h1>
      <UploadForm limitMb={limitMb} {...(why && { problem: uploadRefused(why, { limitMb }) })} />
      {imports.length === 0 ? (
        <Empty title="Nothing imported yet">
          Every file that you import is listed here, with what became of its rows.
        </Empty>
      ) : (
        <Section title={imports.length < mostImports ? "All imports" : `The latest ${mostImports} imports`}>
          <ImportsTable imports={imports} timeZone={actor.timeZone} />
        </Section>
      )}
    </div>
  );
}
