import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { importPiece, importRun } from "#db/schema/imports.ts";
import { type ImportRun, lockedRun } from "#lib/imports/commands/take-rows.ts";
import { faultOf, type MatchFault } from "#lib/imports/match.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesFor } from "#lib/properties/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";

type Missing = "import-not-found";

/**
 * Keeps which column goes where and starts the import, in the transaction that leaves its job. Matches that are refused are
 * kept all the same, so that nobody has to choose them again.
 */
export async function startImport(
  tx: Db,
  actor: Actor,
  { importId, matches }: { importId: number; matches: readonly string[] },
): Promise<Result<{ importId: number }, Missing | "not-matching" | MatchFault>> {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  if (run.state !== "matching") return no("not-matching");
  const fault = faultOf(run.columns, matches, await propertiesFor(tx, actor.portalId, matches.filter(Boolean)));
  if (fault === "wrong-columns" || fault === "not-writable") return no(fault);

  await tx
    .update(importRun)
    .set({ matches, ...(fault === null ? { state: "running" as const } : {}) })
    .where(eq(importRun.id, importId));
  if (fault !== null) return no(fault);
  await enqueue(tx, "import", { importId }, { queue: `import:${importId}`, key: `import:${importId}` });
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
  if (run.state !== "matching") return no("not-matching");
  await tx.delete(importPiece).where(eq(importPiece.importId, importId));
  await tx.delete(importRun).where(eq(importRun.id, importId));
  return yes({ fileName: run.fileName });
}

/** Another portal's import is not there. */
async function ownRun(tx: Db, actor: Actor, importId: number): Promise<ImportRun | undefined> {
  const run = await lockedRun(tx, importId);
  return run?.portalId === actor.portalId ? run : undefined;
}
