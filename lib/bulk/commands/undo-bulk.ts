import { and, asc, eq, gt, sql } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import type { Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { updateRows } from "#db/rows.ts";
import { bulkChange, bulkRow } from "#db/schema/bulk.ts";
import { transaction } from "#db/transaction.ts";
import { BulkChange, type Undoing, undoingOf } from "#lib/bulk/change.ts";
import { putBack, type PutBack } from "#lib/bulk/commands/put-back.ts";
import { lockedChange } from "#lib/bulk/commands/run-bulk.ts";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Starts to undo what a bulk change did, within 24 hours of its end. */
export async function undoBulk(
  tx: Db,
  { portalId, name }: Pick<Actor, "portalId" | "name">,
  id: number,
): Promise<Result<{ id: number }, "change-not-found" | Exclude<Undoing, "possible">>> {
  const isAsked = and(eq(bulkChange.portalId, portalId), eq(bulkChange.id, id));
  const [found] = await keeping(tx.select().from(bulkChange).where(isAsked), bulkChange.id);
  if (found === undefined) return no("change-not-found");
  const undoing = undoingOf(found, now());
  if (undoing !== "possible") return no(undoing);
  await tx.update(bulkChange).set({ state: "undoing", undoWho: name }).where(eq(bulkChange.id, id));
  await enqueue(tx, "undo-bulk", { changeId: id }, { queue: `bulk:${portalId}`, key: `undo-bulk:${id}` });
  return yes({ id });
}

const atOnce = 250;
const betweenBreaths = 50;

/** Puts back what the change did, from where it stood, and says after each step how far it is. */
export async function* undoInSteps(changeId: number): AsyncGenerator<number> {
  for (;;) {
    const position = await transaction((tx) => undoSome(tx, changeId));
    if (position === null) return;
    yield position;
  }
}

async function undoSome(tx: Db, changeId: number): Promise<number | null> {
  const run = await lockedChange(tx, changeId);
  if (run?.state !== "undoing") return null;
  const rows = await rowsBehind(tx, changeId, run.undoPosition);
  const last = rows.at(-1)?.id;
  if (last === undefined) {
    await tx.update(bulkChange).set({ state: "undone", undoneAt: now() }).where(eq(bulkChange.id, changeId));
    return null;
  }
  const undoing = { id: run.id, portalId: run.portalId, who: run.undoWho, change: BulkChange.parse(run.change) };
  for (let at = 0; at < rows.length; at += betweenBreaths) {
    const some = rows.slice(at, at + betweenBreaths);
    await keep(tx, some, await putBack(tx, undoing, some));
    // Pages are read in between, though the transaction is still open.
    await breath();
  }
  await tx.update(bulkChange).set({ undoPosition: last }).where(eq(bulkChange.id, changeId));
  return last;
}

type Row = typeof bulkRow.$inferSelect;

function rowsBehind(tx: Db, changeId: number, position: number): Promise<Row[]> {
  return tx
    .select()
    .from(bulkRow)
    .where(and(eq(bulkRow.changeId, changeId), eq(bulkRow.outcome, "changed"), gt(bulkRow.id, position)))
    .orderBy(asc(bulkRow.id))
    .limit(atOnce);
}

async function keep(tx: Db, rows: readonly Row[], done: ReadonlyMap<number, PutBack>): Promise<void> {
  const after = rows.map((row): Row => ({ ...row, ...done.get(row.contactId) }));
  await updateRows(tx, bulkRow, after, rows);
  const back = after.filter(({ undo }) => undo === "put-back").length;
  const [first] = rows;
  await tx
    .update(bulkChange)
    .set({ putBack: sql`${bulkChange.putBack} + ${back}`, left: sql`${bulkChange.left} + ${rows.length - back}` })
    .where(eq(bulkChange.id, first?.changeId ?? 0));
}
