import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db, type Db, preparedOnce } from "#db/client.ts";
import { rowsOfKept } from "#db/ask.ts";
import { list, listFolder, reasonSize } from "#db/schema/lists.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import { type ReasonRule, reasonRules } from "#lib/lists/reasons.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type ListView = {
  id: number;
  name: string;
  kind: "smart" | "static";
  rule: PartnerRule | "";
  folder: string;
  size: number;
  createdAt: number;
  /** While it is being filled: the contacts up to this id have been asked. */
  filledTo: number | null;
  archivedAt: number | null;
};

/** With what a smart list of the portal's own is made of (null for every other), and who made it. */
export type ListRecord = ListView & { definition: unknown; who: string };

const view = {
  id: list.id,
  name: list.name,
  kind: list.kind,
  rule: list.rule,
  folder: list.folder,
  size: list.size,
  createdAt: list.createdAt,
  filledTo: list.filledTo,
  archivedAt: list.archivedAt,
};

/** Every list of the portal with its kept size: costs the same whatever the lists hold. */
export async function listsOf(actor: Actor): Promise<ListView[]> {
  const ofPortal = sql`select ${inStore} from ${list} where ${list.portalId} = ${actor.portalId} order by ${list.id}`;
  return rowsOfKept<ListView>(db, ofPortal, ["id", "size", "createdAt", "filledTo", "archivedAt"]);
}

// As the store names them: hundreds of lists mapped one by one cost more than the query.
const inStore = sql.raw(`id, name, kind, rule, folder, size, created_at as "createdAt", filled_to as "filledTo",
  archived_at as "archivedAt"`);

export async function listById(actor: Actor, id: number): Promise<ListRecord | undefined> {
  const [found] = await db
    .select({ ...view, definition: list.definition, who: list.who })
    .from(list)
    .where(and(eq(list.portalId, actor.portalId), eq(list.id, id)));
  return found;
}

/** The partner lists alone: they stand beside every page. */
export async function partnerListsOf(actor: Actor): Promise<ListView[]> {
  return partnerListsOfPortal().execute({ portalId: actor.portalId });
}

const partnerListsOfPortal = preparedOnce((reader) =>
  reader
    .select(view)
    .from(list)
    .where(and(eq(list.portalId, sql.placeholder("portalId")), ne(list.rule, "")))
    .orderBy(asc(list.id)),
);

/** The folders of the portal, by name. */
export async function foldersOf(actor: Actor): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: listFolder.id, name: listFolder.name })
    .from(listFolder)
    .where(eq(listFolder.portalId, actor.portalId))
    .orderBy(asc(listFolder.name), asc(listFolder.id));
}

export async function hasLists(from: Db, portalId: number): Promise<boolean> {
  const some = await from.select({ id: list.id }).from(list).where(eq(list.portalId, portalId)).limit(1);
  return some.length > 0;
}

/** How many contacts of Invalid Data failed each rule at their last sync: kept, so that it costs the same at any size. */
export async function reasonSizesOf(actor: Actor): Promise<Map<ReasonRule, number>> {
  const rows = await db
    .select({ rule: reasonSize.rule, size: reasonSize.size })
    .from(reasonSize)
    .where(eq(reasonSize.portalId, actor.portalId));
  return new Map(reasonRules.map((rule) => [rule, rows.find((row) => row.rule === rule)?.size ?? 0]));
}
