import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArchiveProperty } from "#components/properties/archive-property.tsx";
import { OwnPropertyForm } from "#components/properties/own-property-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { db } from "#db/client.ts";
import { readId } from "#lib/contacts/id.ts";
import { requireAdmin } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Property" };

export default async function PropertyPage({ params }: { params: Promise<{ id: string }> }) {
  const { portalId } = await requireAdmin();
  const [{ id }, { all, groups }] = [await params, await propertiesOf(db, portalId)];
  const property = all.find(({ ownId }) => ownId === readId(id));
  if (property === undefined) notFound();
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <BackLink href="/settings/properties">All Properties</BackLink>
      <h1 className="text-2xl break-words">
        <bdi>{property.label}</bdi>
      </h1>
      <OwnPropertyForm groups={groups} property={property} />
      <ArchiveProperty property={property} />
    </div>
  );
}
