import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { exportRun } from "#db/schema/exports.ts";
import { filterWords } from "#lib/contacts/checked-conditions.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { filterInWords } from "#lib/contacts/queries/contacts-shown.ts";
import { type ContactSelection, filterOf } from "#lib/contacts/selection.ts";
import { listsOf, type ListView } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { count } from "#lib/words.ts";

export type ExportLine = Omit<typeof exportRun.$inferSelect, "portalId" | "personId">;

export const mostExports = 100;

/** The portal's exports, newest first, a hundred of them at most. */
export async function exportsOf({ portalId }: Actor): Promise<ExportLine[]> {
  const rows = await db
    .select()
    .from(exportRun)
    .where(eq(exportRun.portalId, portalId))
    .orderBy(desc(exportRun.id))
    .limit(mostExports);
  return rows.map(({ portalId: _portal, personId: _person, ...line }) => line);
}

/** The list that a filter names, among those of the portal. */
export async function listNamed(actor: Actor, { rule, listId }: ContactFilter): Promise<ListView | undefined> {
  if (rule === undefined && listId === undefined) return undefined;
  return (await listsOf(actor)).find((each) => (rule === undefined ? each.id === listId : each.rule === rule));
}

/** Which contacts a selection means, in words: "List “Guests”, City is “Berlin”", "3 chosen contacts". */
export async function selectionInWords(actor: Actor, selection: ContactSelection): Promise<string> {
  if (selection.ids !== undefined) return count(selection.ids.length, "chosen contact");
  const filter = filterOf(selection);
  const list = await listNamed(actor, filter);
  const lines = await filterInWords(actor, filter);
  return filterWords(filter, lines, list?.name);
}
