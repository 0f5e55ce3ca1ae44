import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Forms" };

export default async function FormsPage() {
  await requireMember();
  return (
    <Later title="Forms" action={<LinkButton href="/settings">Send forms from your own site</LinkButton>}>
      Here you will make forms for your website. Until then, your own site can send us what its forms collect: Contacts
      Settings says how.
    </Later>
  );
}
