import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Workflows" };

export default async function WorkflowsPage() {
  await requireMember();
  return (
    <Later title="Workflows" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
      Here you will let valuable routine tasks run by themselves, for example a request for each new contact of a form.
    </Later>
  );
}
