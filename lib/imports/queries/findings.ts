import { and, asc, count, eq, gt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { importFailure, importProblem, importRepair } from "#db/schema/imports.ts";
import { matchedColumns } from "#lib/imports/match.ts";
import type { ImportView } from "#lib/imports/queries.ts";
import { type Fault, readRow } from "#lib/imports/read-row.ts";
import type { ProblemGroup } from "#lib/imports/tally.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";

// Asked with an import that its own portal was shown: `importById` has looked whose it is.

/** `next` is what the next page begins behind; null on the last one. */
export type Page<Line> = { lines: Line[]; next: number | null };

const pageSize = 50;

/** The values that a column cannot take, as they were met in the file. */
export async function problemsOf({ id }: Pick<ImportView, "id">, after: number): Promise<Page<ProblemGroup>> {
  const { place, column, kind, value, rows, firstRow } = importProblem;
  const found = await db
    .select({ place, column, kind, value, rows, firstRow })
    .from(importProblem)
    .where(and(eq(importProblem.importId, id), gt(place, after)))
    .orderBy(asc(place))
    .limit(pageSize + 1);
  const lines = found.slice(0, pageSize);
  return { lines, next: found.length > pageSize ? (lines.at(-1)?.place ?? null) : null };
}

/** A row as it stands after all repairs, with what is still wrong in it. */
export type FailingRow = { row: number; cells: readonly string[]; faults: Fault[] };

const rowsOnPage = 20;

export async function failingRows(found: ImportView, set: PropertySet, after: number): Promise<Page<FailingRow>> {
  const kept = await db
    .select({ row: importFailure.row, cells: importFailure.cells, reason: importFailure.reason })
    .from(importFailure)
    .where(and(eq(importFailure.importId, found.id), gt(importFailure.row, after)))
    .orderBy(asc(importFailure.row))
    .limit(rowsOnPage + 1);
  const columns = matchedColumns(found.columns, found.matches, set);
  const lines = kept.slice(0, rowsOnPage).map(({ row, cells, reason }) => {
    const read = readRow(columns, found.columns.length, { line: 0, cells: [...cells], misquoted: false });
    // What was wrong with the quotes can no longer be seen in the cells.
    const faults = read.ok ? [{ kind: "misquoted", column: -1, value: "", sentence: reason } as const] : read.faults;
    return { row, cells, faults };
  });
  return { lines, next: kept.length > rowsOnPage ? (lines.at(-1)?.row ?? null) : null };
}

/** How many repairs were made by hand. */
export async function repairsMade(importId: number): Promise<number> {
  const [kept] = await db.select({ many: count() }).from(importRepair).where(eq(importRepair.importId, importId));
  return kept?.many ?? 0;
}
