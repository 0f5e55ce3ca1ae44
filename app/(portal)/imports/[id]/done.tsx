import { ImportResult } from "#components/imports/import-result.tsx";
import { firstFailures, importedContacts, type ImportView } from "#lib/imports/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";

const shownFailures = 20;

/** What became of an import that has ended. */
export async function Done({ actor, found }: { actor: Actor; found: ImportView }) {
  const [contacts, failures] = await Promise.all([
    importedContacts(actor, found.id),
    firstFailures(actor, found.id, shownFailures),
  ]);
  return <ImportResult found={found} contacts={contacts} failures={failures} />;
}
