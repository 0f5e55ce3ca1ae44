import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Prospects" };

export default async function ProspectsPage() {
  await requireMember();
  return (
    <Later title="Prospects" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
      Here you will see the companies that visited your website and are not among your contacts yet.
    </Later>
  );
}
