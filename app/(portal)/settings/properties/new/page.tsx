import type { Metadata } from "next";
import { OwnPropertyForm } from "#components/properties/own-property-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { db } from "#db/client.ts";
import { requireAdmin } from "#lib/portals/queries.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Create property" };

export default async function NewPropertyPage() {
  const { portalId } = await requireAdmin();
  const { groups } = await propertiesOf(db, portalId);
  return (
    <div className="flex flex-col gap-4">
      <BackLink href="/settings/properties">All Properties</BackLink>
      <h1 className="text-2xl">Create property</h1>
      <OwnPropertyForm groups={groups} />
    </div>
  );
}
