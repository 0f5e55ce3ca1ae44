import type { Metadata } from "next";
import { ExportsTable } from "#components/exports/exports-table.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { exportsOf, mostExports } from "#lib/exports/queries.ts";
import { requireMember } from "#lib/portals/queries.ts";

export const metadata: Metadata = { title: "Exports" };

/** Who took which contacts out of the portal. */
export default async function ExportsPage() {
  const actor = await requireMember();
  const exports = await exportsOf(actor);
  return (
    <div className="flex flex-col gap-4">
      <BackLink href="/contacts">Back to Contacts</BackLink>
      <h1 className="text-2xl">Exports</h1>
      {exports.length === 0 ? (
        <Empty title="No exports yet" action={<LinkButton href="/contacts">Go to Contacts</LinkButton>}>
          Every file of contacts that somebody takes out of this portal stands here, with who took it.
        </Empty>
      ) : (
        <>
          <ExportsTable exports={exports} timeZone={actor.timeZone} />
          {exports.length < mostExports ? null : (
            <p className="text-sm text-ink-3">The newest {mostExports} exports are shown.</p>
          )}
        </>
      )}
    </div>
  );
}
