import { eq, sql } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db, type Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { insertNew } from "#db/rows.ts";
import { bulkChange, bulkRow } from "#db/schema/bulk.ts";
import { transaction } from "#db/transaction.ts";
import { BulkChange, mayLeaveDomain } from "#lib/bulk/change.ts";
import { applyPlans, type Done } from "#lib/bulk/commands/apply-plans.ts";
import { endChange } from "#lib/bulk/commands/end-bulk.ts";
import { gone } from "#lib/bulk/dry-run.ts";
import { plansFor } from "#lib/bulk/queries/plans.ts";
import { idsBehind } from "#lib/bulk/queries/steps.ts";
import { contactsOf } from "#lib/contacts/commands/save-properties.ts";
import { ContactSelection } from "#lib/contacts/selection.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

const atOnce = 500;
const betweenBreaths = 100;

type BulkRun = typeof bulkChange.$inferSelect;
/** The contacts that come next behind a position. */
type Step = { from: number; ids: readonly number[] };

/**
 * Changes the contacts meant, from where it stood, and says after each step how far it is: whoever stops listening leaves a
 * change that goes on behind the last of them.
 */
export async function* changeInSteps(changeId: number): AsyncGenerator<number> {
  for (;;) {
    // Looked for before the transaction: a filter that few match is asked of many, and others write meanwhile.
    const step = await nextStep(changeId);
    if (step === null || !(await transaction((tx) => changeSome(tx, changeId, step)))) return;
    yield step.ids.at(-1) ?? step.from;
  }
}

async function nextStep(changeId: number): Promise<Step | null> {
  const [run] = await db.select().from(bulkChange).where(eq(bulkChange.id, changeId));
  if (run?.state !== "changing") return null;
  const { portalId, position } = run;
  const selection = ContactSelection.parse(run.selection);
  return { from: position, ids: await idsBehind(db, portalId, { selection, position, limit: atOnce }) };
}

/** Contacts, what became of each, counts and the position, together. False when there is nothing to do, or it was cancelled. */
async function changeSome(tx: Db, changeId: number, { from, ids }: Step): Promise<boolean> {
  const run = await lockedChange(tx, changeId);
  if (run?.state !== "changing" || run.position !== from) return false;
  const last = ids.at(-1);
  if (last === undefined) {
    await endChange(tx, changeId, "changed");
    return false;
  }
  for (let at = 0; at < ids.length; at += betweenBreaths) {
    await changeThese(tx, run, ids.slice(at, at + betweenBreaths));
    // Pages are read in between, though the transaction is still open.
    await breath();
  }
  await tx.update(bulkChange).set({ position: last }).where(eq(bulkChange.id, changeId));
  return true;
}

/** The change, kept from others until the transaction ends; before it the ledger, which comes before all contacts. */
export async function lockedChange(tx: Db, changeId: number): Promise<BulkRun | undefined> {
  const [asked] = await tx.select({ change: bulkChange.change }).from(bulkChange).where(eq(bulkChange.id, changeId));
  if (asked === undefined) return undefined;
  if (mayLeaveDomain(BulkChange.parse(asked.change))) await openLedger(tx);
  const [run] = await keeping(tx.select().from(bulkChange).where(eq(bulkChange.id, changeId)), bulkChange.id);
  return run;
}

async function changeThese(tx: Db, run: BulkRun, ids: readonly number[]): Promise<void> {
  const { id: changeId, portalId } = run;
  const change = BulkChange.parse(run.change);
  const contacts = [...(await contactsOf(tx, portalId, ids)).values()];
  const planned = await plansFor(tx, { portalId, change }, { contacts, holders: new Map() });
  const done = await applyPlans(tx, { ...run, change }, planned);
  // By a filter nobody is named, so that whoever has gone since is nobody's miss.
  const isNamed = ContactSelection.parse(run.selection).ids !== undefined;
  const known = new Set(contacts.map(({ id }) => id));
  const missing = isNamed ? ids.filter((id) => !known.has(id)).map(notThere) : [];
  await keepRows(tx, changeId, [...done, ...missing]);
}

function notThere(contactId: number): Done {
  return { contactId, outcome: "refused", reason: gone, values: [] };
}

async function keepRows(tx: Db, changeId: number, done: readonly Done[]): Promise<void> {
  const rows = done
    .toSorted((a, b) => a.contactId - b.contactId)
    .map((each) => ({ changeId, ...each, undo: "" as const, undoReason: "" }));
  await insertNew(tx, bulkRow, rows);
  const many = (outcome: Done["outcome"]) => done.filter((each) => each.outcome === outcome).length;
  await tx
    .update(bulkChange)
    .set({
      changed: sql`${bulkChange.changed} + ${many("changed")}`,
      unchanged: sql`${bulkChange.unchanged} + ${many("unchanged")}`,
      refused: sql`${bulkChange.refused} + ${many("refused")}`,
    })
    .where(eq(bulkChange.id, changeId));
}
