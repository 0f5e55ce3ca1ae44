import type { Metadata } from "next";
import { Later } from "#components/settings/later.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Export unsubs and bounces" };

export default async function UnsubscribesPage() {
  await requireMember();
  return (
    <Later title="Export unsubs and bounces" action={<LinkButton href="/lists">Back to Lists</LinkButton>}>
      Here you will download a file of the contacts that opted out of e-mail or whose e-mail came back.
    </Later>
  );
}
