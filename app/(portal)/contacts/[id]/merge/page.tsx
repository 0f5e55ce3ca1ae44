import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { MergeCandidates } from "#components/contacts/merge-candidates.tsx";
import { MergePreview } from "#components/contacts/merge-preview.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { readId } from "#lib/contacts/id.ts";
import { contactById, lastChanges } from "#lib/contacts/queries/contact-record.ts";
import { contactsPage } from "#lib/contacts/queries/contacts-page.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Merge contacts" };

type Place = {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
};

const mostFound = 20;

export default async function MergePage({ params, searchParams }: Place) {
  const actor = await requireMember();
  const survivor = await contactById(actor, readId((await params).id));
  if (survivor === undefined) notFound();
  const parameters = await readerOf(searchParams);
  const read = (name: string) => parameters(name)?.trim() ?? "";
  const other = read("with") === "" ? undefined : await contactById(actor, readId(read("with")));
  const search = read("q").slice(0, 200) || survivor.domainKey || survivor.company;
  const sort = { by: "created", direction: "desc" } as const;
  const found =
    other === undefined && search !== ""
      ? await contactsPage(actor, { filter: { search }, sort, place: null, size: mostFound })
      : undefined;

  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-2xl">
          Merge into <bdi>{survivor.name || "this contact"}</bdi>
        </h1>
        <LinkButton href={`/contacts/${survivor.id}`} variant="quiet">
          Back to the contact
        </LinkButton>
      </div>
      {read("with") !== "" && (other === undefined || other.id === survivor.id) ? (
        <Notice tone="danger" title="That contact is not here. Choose another one." />
      ) : null}
      {other === undefined || other.id === survivor.id ? (
        <MergeCandidates
          survivorId={survivor.id}
          search={search}
          found={(found?.rows ?? []).filter(({ id }) => id !== survivor.id)}
        />
      ) : (
        <MergePreview
          survivor={survivor}
          other={other}
          changed={{ survivor: await lastChanges(actor, survivor.id), other: await lastChanges(actor, other.id) }}
          set={await propertiesOf(db, actor.portalId)}
          timeZone={actor.timeZone}
        />
      )}
    </div>
  );
}
