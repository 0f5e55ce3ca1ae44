import type { Metadata } from "next";
import { db } from "#db/client.ts";
import { NewContactForm } from "#components/contacts/new-contact-form.tsx";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { propertyNamed } from "#lib/properties/registry.ts";

export const metadata: Metadata = { title: "Add New Contact" };

const asked = ["firstname", "lastname", "email", "company", "website", "phone", "lifecyclestage", "owner"];

export default async function NewContactPage() {
  await requireMember();
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Add New Contact</h1>
      <p className="max-w-prose text-ink-2">
        First Name, Last Name, Email, Company and Website are needed to register the contact. You can add what is
        missing later.
      </p>
      <NewContactForm properties={asked.flatMap((name) => propertyNamed(name) ?? [])} vendor={await vendorName(db)} />
    </div>
  );
}
