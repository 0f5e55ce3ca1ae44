import type { Metadata } from "next";
import { knownToForms } from "#app/(portal)/forms/known.ts";
import { DesignForm } from "#components/forms/design-form.tsx";
import { draftOf } from "#lib/forms/draft.ts";
import { newDesign } from "#lib/forms/form.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Create form" };

export default async function NewFormPage() {
  const actor = await requireMember();
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-2xl">Create form</h1>
      <DesignForm id={null} draft={draftOf(newDesign)} {...await knownToForms(actor)} />
    </div>
  );
}
