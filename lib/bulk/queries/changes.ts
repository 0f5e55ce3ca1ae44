import { and, desc, eq, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { bulkChange } from "#db/schema/bulk.ts";
import { BulkChange } from "#lib/bulk/change.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** One bulk change of the portal, with what it did so far. */
export type BulkView = Omit<typeof bulkChange.$inferSelect, "portalId" | "selection" | "position" | "change"> & {
  change: BulkChange;
};

const view = {
  id: bulkChange.id,
  who: bulkChange.who,
  change: bulkChange.change,
  state: bulkChange.state,
  expected: bulkChange.expected,
  changed: bulkChange.changed,
  unchanged: bulkChange.unchanged,
  refused: bulkChange.refused,
  createdAt: bulkChange.createdAt,
  finishedAt: bulkChange.finishedAt,
  undoWho: bulkChange.undoWho,
  undoPosition: bulkChange.undoPosition,
  putBack: bulkChange.putBack,
  left: bulkChange.left,
  undoneAt: bulkChange.undoneAt,
};

/** Changes of one page. */
export const changesOfPage = 50;

/** A page of the portal's bulk changes, newest first, behind the id `before` (0 for the first page). */
export async function bulkChangesOf({ portalId }: Actor, before: number): Promise<BulkView[]> {
  const rows = await db
    .select(view)
    .from(bulkChange)
    .where(and(eq(bulkChange.portalId, portalId), before === 0 ? undefined : lt(bulkChange.id, before)))
    .orderBy(desc(bulkChange.id))
    .limit(changesOfPage);
  return rows.map(readView);
}

export async function bulkChangeById({ portalId }: Pick<Actor, "portalId">, id: number): Promise<BulkView | undefined> {
  const [found] = await db
    .select(view)
    .from(bulkChange)
    .where(and(eq(bulkChange.portalId, portalId), eq(bulkChange.id, id)));
  return found === undefined ? undefined : readView(found);
}

function readView(row: Omit<BulkView, "change"> & { change: unknown }): BulkView {
  return { ...row, change: BulkChange.parse(row.change) };
}
