import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { importFailure, importMeeting, importProblem, importRepair } from "#db/schema/imports.ts";
import type { Repair } from "#lib/imports/repairs.ts";

/** Every repair that was made by hand; a few thousand at most. */
export function repairsOf(from: Db, importId: number): Promise<Repair[]> {
  const { row, column, value, replacement } = importRepair;
  return from.select({ row, column, value, replacement }).from(importRepair).where(eq(importRepair.importId, importId));
}

/** Lets go of what a check has found: a thousand of each at most. Rows that failed to be imported are not among them. */
export async function dropChecked(tx: Db, importId: number): Promise<void> {
  await tx.delete(importProblem).where(eq(importProblem.importId, importId));
  await tx.delete(importMeeting).where(eq(importMeeting.importId, importId));
  await tx.delete(importFailure).where(eq(importFailure.importId, importId));
}

/** What was kept for mending an import is of no use once it has ended. */
export async function dropFindings(tx: Db, importId: number): Promise<void> {
  await tx.delete(importProblem).where(eq(importProblem.importId, importId));
  await tx.delete(importMeeting).where(eq(importMeeting.importId, importId));
  await tx.delete(importRepair).where(eq(importRepair.importId, importId));
}
