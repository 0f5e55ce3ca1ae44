import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { transaction } from "#db/transaction.ts";
import { SharedContactCard } from "#components/contacts/shared-contact.tsx";
import { countView } from "#lib/contacts/commands/public-link.ts";
import { sharedContact } from "#lib/contacts/queries/public-link.ts";

// The title stays in the history of whoever opens it, so it names nobody.
export const metadata: Metadata = { title: "Shared contact", referrer: "no-referrer" };

/** A contact's public URL, for anybody who has it. next.config.js keeps it out of caches, search engines and referrers. */
export default async function PublicContactPage({ params }: { params: Promise<{ token: string }> }) {
  const shared = await sharedContact((await params).token);
  if (shared === undefined) notFound();
  // It is shown also while nothing can be written.
  await transaction((tx) => countView(tx, shared.linkId)).catch(() => undefined);

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-xl flex-col justify-center gap-4 p-4">
      <SharedContactCard shared={shared} />
    </main>
  );
}
