import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Create new list" };

export default async function NewListPage() {
  await requireMember();
  return (
    <Later title="Create new list" action={<LinkButton href="/lists">Back to Lists</LinkButton>}>
      Here you will make a smart list of rules, or a static list of contacts that you choose. Until then, search and
      filter in Contacts.
    </Later>
  );
}
