import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { importPiece, importRepair, importRun } from "#db/schema/imports.ts";
import { now } from "#lib/clock.ts";
import { dropChecked, dropFindings } from "#lib/imports/commands/findings.ts";
import { type ImportRun, lockedRun } from "#lib/imports/commands/take-rows.ts";
import { faultOf, type MatchFault } from "#lib/imports/match.ts";
import type { Existing } from "#lib/imports/plan.ts";
import { emptyTally } from "#lib/imports/tally.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";

export type Missing = "import-not-found";
/** `existing` is "overwrite" when not said. */
export type Matching = { importId: number; matches: readonly string[]; existing?: Existing };
type Started = Promise<Result<{ importId: number }, Missing | "not-matching" | MatchFault>>;

/**
 * Keeps which column goes where and starts the import at once, in the transaction that leaves its job: rows with problems are
 * left out. Matches that are refused are kept all the same, so that nobody has to choose them again.
 */
export async function startImport(tx: Db, actor: Actor, asked: Matching): Started {
  const matched = await matchColumns(tx, actor, asked);
  if (matched.ok) await takeOver(tx, asked.importId);
  return matched;
}

/** The same, but every row is checked first, and nothing is taken over before somebody has seen what was found. */
export async function startCheck(tx: Db, actor: Actor, asked: Matching): Started {
  const matched = await matchColumns(tx, actor, asked);
  if (matched.ok) await checkAnew(tx, asked.importId);
  return matched;
}

/** Imports what was checked; rows that still have problems are left out. */
export async function importChecked(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ importId: number }, Missing | "not-checked">> {
  const checked = await checkedRun(tx, actor, importId);
  if (!checked.ok) return checked;
  await dropChecked(tx, importId);
  await takeOver(tx, importId);
  return yes({ importId });
}

/** Leads from what was found back to the columns. Repairs made by hand stay with the columns that go where they went. */
export async function matchAgain(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ importId: number }, Missing | "not-checked">> {
  const checked = await checkedRun(tx, actor, importId);
  if (!checked.ok) return checked;
  await tx.update(importRun).set({ state: "matching" }).where(eq(importRun.id, importId));
  return yes({ importId });
}

/** Lets go of a file that was uploaded but not imported. */
export async function discardImport(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ fileName: string }, Missing | "not-matching">> {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  if (run.state !== "matching" && run.state !== "checked") return no("not-matching");
  await dropChecked(tx, importId);
  await dropFindings(tx, importId);
  await tx.delete(importPiece).where(eq(importPiece.importId, importId));
  await tx.delete(importRun).where(eq(importRun.id, importId));
  return yes({ fileName: run.fileName });
}

/** The portal's own, kept from others, that was checked and waits for a person. */
export async function checkedRun(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<ImportRun, Missing | "not-checked">> {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  return run.state === "checked" ? yes(run) : no("not-checked");
}

/** Another portal's import is not there. */
export async function ownRun(tx: Db, actor: Actor, importId: number): Promise<ImportRun | undefined> {
  const run = await lockedRun(tx, importId);
  return run?.portalId === actor.portalId ? run : undefined;
}

/** Whatever was found before is forgotten: the rows are read from the first again, as the columns and repairs now are. */
export async function checkAnew(tx: Db, importId: number): Promise<void> {
  await dropChecked(tx, importId);
  const [run] = await tx.select({ round: importRun.checkRound }).from(importRun).where(eq(importRun.id, importId));
  await tx
    .update(importRun)
    .set({ state: "checking", tally: emptyTally, checkRound: (run?.round ?? 0) + 1 })
    .where(eq(importRun.id, importId));
  await wake(tx, importId);
}

async function takeOver(tx: Db, importId: number): Promise<void> {
  await tx.update(importRun).set({ state: "running", startedAt: now() }).where(eq(importRun.id, importId));
  await wake(tx, importId);
}

function wake(tx: Db, importId: number): Promise<void> {
  return enqueue(tx, "import", { importId }, { queue: `import:${importId}`, key: `import:${importId}` });
}

async function matchColumns(tx: Db, actor: Actor, { importId, matches, existing = "overwrite" }: Matching): Started {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  if (run.state !== "matching") return no("not-matching");
  const fault = faultOf(run.columns, matches, await propertiesFor(tx, actor.portalId, matches.filter(Boolean)));
  if (fault === "wrong-columns" || fault === "not-writable") return no(fault);
  await tx.update(importRun).set({ matches, existing }).where(eq(importRun.id, importId));
  for (const column of matches.keys())
    if (matches[column] !== run.matches[column]) await forgetRepairs(tx, { importId, column });
  return fault === null ? yes({ importId }) : no(fault);
}

/** What was put in for one property may be wrong for another. */
async function forgetRepairs(tx: Db, { importId, column }: { importId: number; column: number }): Promise<void> {
  const { importId: of, column: inColumn } = importRepair;
  await tx.delete(importRepair).where(and(eq(of, importId), eq(inColumn, column)));
}
