import { and, eq, isNull } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { bulkChange } from "#db/schema/bulk.ts";
import { list } from "#db/schema/lists.ts";
import { transaction } from "#db/transaction.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import { endChange } from "#lib/bulk/commands/end-bulk.ts";
import { idsBehind } from "#lib/bulk/queries/steps.ts";
import { now } from "#lib/clock.ts";
import type { ContactSelection } from "#lib/contacts/selection.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { createStaticList } from "#lib/lists/commands/own-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Whoever is no admin deletes so many contacts at once, and no more. */
export const mostDeletedByPartner = 100;

/** `expected` is how many the dry run counted; `change` and `selection` have been read. */
export type BulkAsked = { change: BulkChange; selection: ContactSelection; expected: number };

type ListRefused = Extract<Awaited<ReturnType<typeof createStaticList>>, { ok: false }>["no"];
export type StartRefused = ListRefused | "list-not-found" | "admins-only";

/** Starts a bulk change; the worker does it, so that a closed page loses nothing. A new list is made with it. */
export async function startBulk(actor: Actor, asked: BulkAsked): Promise<Result<{ id: number }, StartRefused>> {
  const { change, selection } = asked;
  // Before the transaction: a filter that few match is asked of many, and others write meanwhile.
  if (change.kind === "delete" && (await isTooMuch(actor, selection))) return no("admins-only");
  return transaction((tx) => leaveJob(tx, actor, asked));
}

async function leaveJob(
  tx: Db,
  actor: Actor,
  { change: wanted, selection, expected }: BulkAsked,
): Promise<Result<{ id: number }, ListRefused | "list-not-found">> {
  const change = await withList(tx, actor, wanted);
  if (!change.ok) return change;
  const [id = 0] = await newIds(tx, 1);
  const { portalId, name: who } = actor;
  const asked = { portalId, who, change: change.value, selection, expected, createdAt: now() };
  await tx.insert(bulkChange).values({ id, ...asked, ...nothingYet });
  await enqueue(tx, "run-bulk", { changeId: id }, { queue: `bulk:${portalId}`, key: `bulk:${id}` });
  return yes({ id });
}

const counts = { changed: 0, unchanged: 0, refused: 0, putBack: 0, left: 0 };
const nothingYet = { state: "changing", position: 0, undoWho: "", undoPosition: 0, ...counts } as const;

async function isTooMuch({ role, portalId }: Actor, selection: ContactSelection): Promise<boolean> {
  if (role === "admin") return false;
  const some = await idsBehind(db, portalId, { selection, position: 0, limit: mostDeletedByPartner + 1 });
  return some.length > mostDeletedByPartner;
}

/** The list by its name, which is kept with the change; made now, where it is a new one. */
async function withList(
  tx: Db,
  actor: Actor,
  change: BulkChange,
): Promise<Result<BulkChange, ListRefused | "list-not-found">> {
  if (change.kind !== "join" && change.kind !== "leave") return yes(change);
  if (change.kind === "join" && change.listId === 0) {
    const made = await createStaticList(tx, actor, { name: change.list, folder: "" });
    return made.ok ? yes({ ...change, list: change.list.trim(), listId: made.value.id }) : made;
  }
  const own = and(eq(list.portalId, actor.portalId), eq(list.kind, "static"), isNull(list.archivedAt));
  const [found] = await tx
    .select({ name: list.name })
    .from(list)
    .where(and(own, eq(list.id, change.listId)));
  return found === undefined ? no("list-not-found") : yes({ ...change, list: found.name });
}

/** Ends a change that still runs. What was done stays, and can be undone. */
export async function cancelBulk(
  tx: Db,
  { portalId }: Pick<Actor, "portalId">,
  id: number,
): Promise<Result<{ id: number }, "change-not-found" | "not-running">> {
  const isAsked = and(eq(bulkChange.portalId, portalId), eq(bulkChange.id, id));
  const [found] = await keeping(tx.select({ state: bulkChange.state }).from(bulkChange).where(isAsked), bulkChange.id);
  if (found === undefined) return no("change-not-found");
  if (found.state !== "changing") return no("not-running");
  await endChange(tx, id, "cancelled");
  return yes({ id });
}
