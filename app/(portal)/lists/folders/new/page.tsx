import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "New folder" };

export default async function NewFolderPage() {
  await requireMember();
  return (
    <Later title="New folder" action={<LinkButton href="/lists">Back to Lists</LinkButton>}>
      Here you will name a folder and put lists into it.
    </Later>
  );
}
