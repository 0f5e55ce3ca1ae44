import type { Metadata } from "next";
import { readerOf, type SearchParams } from "#app/search-params.ts";
import { db } from "#db/client.ts";
import { NewContactForm } from "#components/contacts/new-contact-form.tsx";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { askedOfNew } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

export const metadata: Metadata = { title: "Add New Contact" };

export default async function NewContactPage({ searchParams }: { searchParams: SearchParams }) {
  const { portalId } = await requireMember();
  const website = (await readerOf(searchParams))("website")?.slice(0, 2_000) ?? "";
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Add New Contact</h1>
      <p className="max-w-prose text-ink-2">
        First Name, Last Name, Email, Company and Website are needed to register the contact. You can add what is
        missing later. Starred properties are asked for too.
      </p>
      <NewContactForm
        properties={askedOfNew(await propertiesOf(db, portalId))}
        values={website === "" ? {} : { website }}
        vendor={await vendorName(db)}
      />
    </div>
  );
}
