import type { Metadata } from "next";
import { NoMail } from "#components/lists/no-mail.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { db } from "#db/client.ts";
import { noMailCounts } from "#lib/contacts/queries/no-mail.ts";
import { contactSettingsOf } from "#lib/contacts/queries/settings.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Export unsubs and bounces" };

export default async function UnsubscribesPage() {
  const actor = await requireMember();
  const [counts, { emailNote }] = await Promise.all([noMailCounts(actor), contactSettingsOf(db, actor.portalId)]);
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <BackLink href="/lists">Back to Lists</BackLink>
      <h1 className="text-2xl">Export unsubs and bounces</h1>
      <NoMail counts={counts} note={emailNote} />
    </div>
  );
}
