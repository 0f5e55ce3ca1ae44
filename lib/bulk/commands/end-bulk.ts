import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { bulkChange, bulkRow } from "#db/schema/bulk.ts";
import { transaction } from "#db/transaction.ts";
import { isKept, keptMs } from "#lib/bulk/change.ts";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/commands.ts";

/** Ends a change, and sees to it that what became of each contact is not kept for ever. */
export async function endChange(tx: Db, id: number, state: "changed" | "cancelled"): Promise<void> {
  await tx.update(bulkChange).set({ state, finishedAt: now() }).where(eq(bulkChange.id, id));
  // Real time, as for every job; a moment later, so that it does not come too early.
  const runAt = Date.now() + keptMs + 60_000;
  await enqueue(tx, "forget-bulk", { changeId: id }, { key: `forget-bulk:${id}`, runAt });
}

const atOnce = 1_000;

/** Lets go of the values of a change that ended long ago, a little at a time; its counts stay. */
export async function forgetRows(changeId: number): Promise<void> {
  while (await transaction((tx) => forgetSome(tx, changeId)));
}

async function forgetSome(tx: Db, changeId: number): Promise<boolean> {
  const [run] = await tx
    .select({ finishedAt: bulkChange.finishedAt })
    .from(bulkChange)
    .where(eq(bulkChange.id, changeId));
  if (run === undefined || isKept(run, now())) return false;
  const rows = await tx
    .select({ id: bulkRow.id })
    .from(bulkRow)
    .where(eq(bulkRow.changeId, changeId))
    .orderBy(asc(bulkRow.contactId))
    .limit(atOnce);
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  await tx.delete(bulkRow).where(inArray(bulkRow.id, ids));
  return true;
}
