import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockRows } from "#db/rows.ts";
import { importUndo } from "#db/schema/imports.ts";
import { now } from "#lib/clock.ts";
import { type Missing, ownRun } from "#lib/imports/commands/start-import.ts";
import type { ImportRun } from "#lib/imports/commands/take-rows.ts";
import { undoableUntil } from "#lib/imports/undo.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

type NotNow = "nothing-to-undo" | "too-late" | "undone-already";

/** Has it counted what undoing the import would do; nothing is changed by that. */
export async function countUndo(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ importId: number }, Missing | NotNow>> {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  const late = lateness(run);
  if (late !== null) return no(late);
  const undo = await lockedUndo(tx, importId);
  if (undo?.state === "undoing" || undo?.state === "undone") return no("undone-already");
  await begin(tx, { actor, importId, state: "counting" });
  return yes({ importId });
}

/** Undoes the import, as it was counted. */
export async function undoImport(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ importId: number }, Missing | NotNow | "not-counted">> {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  const late = lateness(run);
  if (late !== null) return no(late);
  const undo = await lockedUndo(tx, importId);
  if (undo?.state !== "counted") return no("not-counted");
  await begin(tx, { actor, importId, state: "undoing" });
  return yes({ importId });
}

/** Forgets what was counted: the import stays as it is. */
export async function keepImport(
  tx: Db,
  actor: Actor,
  importId: number,
): Promise<Result<{ importId: number }, Missing | "not-counted">> {
  const run = await ownRun(tx, actor, importId);
  if (run === undefined) return no("import-not-found");
  if ((await lockedUndo(tx, importId))?.state !== "counted") return no("not-counted");
  await tx.delete(importUndo).where(eq(importUndo.importId, importId));
  return yes({ importId });
}

async function lockedUndo(tx: Db, importId: number) {
  await lockRows(tx, importUndo, [importId]);
  const [undo] = await tx.select().from(importUndo).where(eq(importUndo.importId, importId));
  return undo;
}

function lateness(run: ImportRun): "nothing-to-undo" | "too-late" | null {
  const until = undoableUntil(run);
  if (until === null) return "nothing-to-undo";
  return now() > until ? "too-late" : null;
}

type Begun = { actor: Actor; importId: number; state: "counting" | "undoing" };

async function begin(tx: Db, { actor, importId, state }: Begun): Promise<void> {
  const none = { found: 0, deleted: 0, restored: 0, kept: 0 };
  const undo = { who: actor.name, state, step: "values" as const, position: 0, at: now(), ...none };
  await tx
    .insert(importUndo)
    .values({ importId, ...undo })
    .onConflictDoUpdate({ target: importUndo.importId, set: undo });
  await enqueue(tx, "undo-import", { importId }, { queue: `import:${importId}`, key: `undo-import:${importId}` });
}
