import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage() {
  await requireMember();
  return (
    <Later title="Notices" action={<LinkButton href="/">Go to the start</LinkButton>}>
      Here you will be told 30, 7 and 1 days before a registration expires, and when an import or a large request is
      done.
    </Later>
  );
}
