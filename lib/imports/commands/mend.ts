import { and, count, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { importFailure, importProblem, importRepair, importRun } from "#db/schema/imports.ts";
import type { ImportRun } from "#lib/imports/commands/take-rows.ts";
import { checkAnew, checkedRun, type Missing } from "#lib/imports/commands/start-import.ts";
import type { Mending } from "#lib/imports/mendings.ts";
import type { Repair } from "#lib/imports/repairs.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { readValue, valueRefused } from "#lib/properties/value.ts";
import { no, type Result, yes } from "#lib/result.ts";

const mostRepairs = 5_000;

type Refused =
  | { ok: false; no: Missing | "not-checked" | "nothing-mended" | "too-many" }
  | { ok: false; no: "values-refused"; faults: Readonly<Record<string, string>> };

/**
 * Keeps what was put in by hand and has every row checked again; the file stays as it came. A value that its property cannot
 * take either is refused, and then nothing is kept.
 */
export async function mendImport(
  tx: Db,
  actor: Actor,
  { importId, mendings }: { importId: number; mendings: readonly Mending[] },
): Promise<{ ok: true; value: { repairs: number } } | Refused> {
  const checked = await checkedRun(tx, actor, importId);
  if (!checked.ok) return checked;
  const run = checked.value;
  const set = await propertiesFor(tx, actor.portalId, run.matches.filter(Boolean));

  const repairs: Repair[] = [];
  const faults: Record<string, string> = {};
  for (const mending of mendings) {
    const repair = await repairOf(tx, run, mending);
    if (repair === undefined) continue;
    const fault = faultIn(run, set, repair);
    if (fault === undefined) repairs.push(repair);
    else faults[mending.named] = fault;
  }
  if (Object.keys(faults).length > 0) return { ok: false, no: "values-refused", faults };
  if (repairs.length === 0) return no("nothing-mended");
  if ((await countOf(tx, importId)) + repairs.length > mostRepairs) return no("too-many");
  for (const repair of repairs) await keepRepair(tx, importId, repair);
  await checkAnew(tx, importId);
  return yes({ repairs: repairs.length });
}

/** Leaves a column out of the import, with all that is wrong in it. */
export async function leaveOutColumn(
  tx: Db,
  actor: Actor,
  { importId, column }: { importId: number; column: number },
): Promise<Result<{ heading: string }, Missing | "not-checked" | "nothing-matched">> {
  const checked = await checkedRun(tx, actor, importId);
  if (!checked.ok) return checked;
  const run = checked.value;
  const matches = run.matches.map((match, at) => (at === column ? "" : match));
  if (matches.every((match) => match === "")) return no("nothing-matched");
  await tx.update(importRun).set({ matches }).where(eq(importRun.id, importId));
  await checkAnew(tx, importId);
  return yes({ heading: run.columns[column] ?? "" });
}

/** Takes every repair back: the rows are read as they came. */
export async function dropRepairs(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ importId: number }, Missing | "not-checked">> {
  const checked = await checkedRun(tx, actor, importId);
  if (!checked.ok) return checked;
  await tx.delete(importRepair).where(eq(importRepair.importId, importId));
  await checkAnew(tx, importId);
  return yes({ importId });
}

/** `undefined` for what is not there to be mended, as when the page is older than the check. */
async function repairOf(tx: Db, run: ImportRun, { named, replacement }: Mending): Promise<Repair | undefined> {
  const [, place] = /^p(\d{1,9})$/.exec(named) ?? [];
  if (place !== undefined) {
    const [found] = await tx
      .select({ column: importProblem.column, value: importProblem.value })
      .from(importProblem)
      .where(and(eq(importProblem.importId, run.id), eq(importProblem.place, Number(place))));
    return found === undefined || found.value === "" ? undefined : { row: 0, ...found, replacement };
  }
  const [, row, column] = /^r(\d{1,9})c(\d{1,3})$/.exec(named) ?? [];
  if (row === undefined || (run.matches[Number(column)] ?? "") === "") return undefined;
  const [failed] = await tx
    .select({ row: importFailure.row })
    .from(importFailure)
    .where(and(eq(importFailure.importId, run.id), eq(importFailure.row, Number(row))));
  return failed === undefined ? undefined : { row: failed.row, column: Number(column), value: "", replacement };
}

function faultIn(run: ImportRun, set: PropertySet, { column, replacement }: Repair): string | undefined {
  const property = set.named(run.matches[column] ?? "");
  if (property === undefined) return "This column is left out.";
  const read = readValue(property, replacement);
  return read.ok ? undefined : `${valueRefused("This", read.no, property)}.`;
}

async function countOf(tx: Db, importId: number): Promise<number> {
  const [kept] = await tx.select({ many: count() }).from(importRepair).where(eq(importRepair.importId, importId));
  return kept?.many ?? 0;
}

async function keepRepair(tx: Db, importId: number, repair: Repair): Promise<void> {
  const { replacement } = repair;
  const { importId: of, row, column, value } = importRepair;
  await tx
    .insert(importRepair)
    .values({ importId, ...repair })
    .onConflictDoUpdate({ target: [of, row, column, value], set: { replacement } });
}
