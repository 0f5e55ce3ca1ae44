import { and, asc, eq, inArray, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { importPiece, importRun } from "#db/schema/imports.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { type FileCheck, fileCheck, type FileFound } from "#lib/imports/check.ts";
import { dropChecked, dropFindings } from "#lib/imports/commands/findings.ts";
import { guessesOf } from "#lib/imports/guess.ts";
import { pieceStore } from "#lib/imports/commands/piece-store.ts";
import { checkAnew } from "#lib/imports/commands/start-import.ts";
import { dropPieces, storedBytes } from "#lib/imports/commands/stored-bytes.ts";
import { unpackWorkbook } from "#lib/imports/commands/unpack-workbook.ts";
import { fileKind } from "#lib/imports/file-kind.ts";
import type { StoredAs } from "#lib/imports/encoding.ts";
import { faultOf, matchesAgain } from "#lib/imports/match.ts";
import { type UploadRefusal, uploadRefused } from "#lib/imports/sentences.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import { type Result, yes } from "#lib/result.ts";

const keptUnmatchedMs = 7 * 24 * 60 * 60 * 1000;

/** A file that comes in: stored piece by piece, so that any node can go on with it, and looked at on the way. */
export type Inbox = {
  importId: number;
  sizeBytes: number;
  put(bytes: Uint8Array): Promise<void>;
  close(): Promise<Closed>;
};
type Closed = { ok: true } | { ok: false; no: UploadRefusal; line: number };

/** `parentId` is the import whose failed rows the file brings back; null for a file of its own. */
export type Incoming = { fileName: string; parentId: number | null };

export async function openInbox(actor: Actor, given: Incoming): Promise<Inbox> {
  const importId = await transaction((tx) => beginImport(tx, actor, given));
  const check = fileCheck();
  let isWorkbook: boolean | undefined;
  // A file that is refused already is not kept any further; of a workbook the rows are looked at once they are out of it.
  const raw = pieceStore(importId, 0, (bytes) => {
    isWorkbook ??= fileKind(bytes) === "workbook";
    return isWorkbook ? false : check.take(bytes);
  });
  const inbox: Inbox = {
    importId,
    sizeBytes: 0,
    async put(bytes) {
      await raw.put(bytes);
      inbox.sizeBytes += bytes.length;
    },
    async close() {
      await raw.flush();
      const unpacked = isWorkbook ? await unpack(inbox, raw.pieces(), check) : yes(undefined);
      if (!unpacked.ok) return { ...unpacked, line: 0 };
      const checked = check.end();
      if (!checked.ok) return checked;
      const found = isWorkbook ? { ...checked.value, encoding: "workbook" as const } : checked.value;
      await transaction((tx) => beginMatching(tx, { ...inbox, portalId: actor.portalId }, found));
      return { ok: true };
    },
  };
  return inbox;
}

/** Puts the rows of a workbook in its place, as CSV. */
async function unpack(
  { importId, sizeBytes }: Inbox,
  pieces: number,
  check: FileCheck,
): Promise<Result<undefined, UploadRefusal>> {
  const rows = pieceStore(importId, pieces, (bytes) => check.take(bytes));
  const unpacked = await unpackWorkbook(storedBytes(importId, sizeBytes), (csv) => rows.put(csv));
  await rows.flush();
  await dropPieces(importId, pieces);
  return unpacked;
}

async function beginImport(tx: Db, actor: Actor, { fileName, parentId }: Incoming): Promise<number> {
  await dropForgotten(tx, actor.portalId);
  const [id = 0] = await newIds(tx, 1);
  const counts = { rows: 0, rowsDone: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
  const form = { encoding: "", delimiter: "", columns: [], samples: [], matches: [], sizeBytes: 0 };
  const origin = { id, portalId: actor.portalId, who: actor.name, fileName, createdAt: now() };
  const parent = await parentAmong(tx, actor, parentId);
  const existing = parent?.existing ?? "overwrite";
  const begun = { parentId: parent?.id ?? null, existing, state: "receiving" as const, error: "" };
  await tx.insert(importRun).values({ ...origin, ...form, ...counts, ...begun });
  return id;
}

/** Of another portal's import nothing is known. */
async function parentAmong(tx: Db, { portalId }: Pick<Actor, "portalId">, parentId: number | null) {
  if (parentId === null) return undefined;
  const { id, columns, matches, existing } = importRun;
  const [parent] = await tx
    .select({ id, columns, matches, existing })
    .from(importRun)
    .where(and(eq(importRun.portalId, portalId), eq(id, parentId)));
  return parent;
}

/** A file in the layout of the import before it needs no matching: its rows are checked at once. */
async function beginMatching(
  tx: Db,
  { importId, sizeBytes, portalId }: Inbox & { portalId: number },
  found: Omit<FileFound, "encoding"> & { encoding: StoredAs },
): Promise<void> {
  const [run] = await tx.select({ parentId: importRun.parentId }).from(importRun).where(eq(importRun.id, importId));
  const parent = await parentAmong(tx, { portalId }, run?.parentId ?? null);
  const set = await propertiesOf(tx, portalId);
  const again = parent === undefined ? null : matchesAgain(parent, found.columns);
  const matches = again ?? guessesOf(found.columns, found.samples, set).map(({ property }) => property);
  await tx
    .update(importRun)
    .set({ ...found, matches, sizeBytes, state: "matching" })
    .where(eq(importRun.id, importId));
  if (again !== null && faultOf(found.columns, again, set) === null) await checkAnew(tx, importId);
}

/** Writes down why the file was not taken, for the history of imports, and lets go of its bytes. */
export async function failImport(tx: Db, importId: number, error: string): Promise<void> {
  await tx.delete(importPiece).where(eq(importPiece.importId, importId));
  await tx.update(importRun).set({ state: "failed", error, finishedAt: now() }).where(eq(importRun.id, importId));
}

/** Files that nobody went on with for a week: half received when a program stopped, never matched, or only checked. */
async function dropForgotten(tx: Db, portalId: number): Promise<void> {
  const forgotten = await tx
    .select({ id: importRun.id, state: importRun.state })
    .from(importRun)
    .where(
      and(
        eq(importRun.portalId, portalId),
        inArray(importRun.state, ["receiving", "matching", "checked"]),
        lt(importRun.createdAt, now() - keptUnmatchedMs),
      ),
    )
    .orderBy(asc(importRun.id))
    .limit(5);
  for (const { id, state } of forgotten) {
    const why = "Nobody went on with this file for a week. Nothing was imported. Choose the file again.";
    await dropChecked(tx, id);
    await dropFindings(tx, id);
    await failImport(tx, id, state === "receiving" ? uploadRefused("cut-off", {}) : why);
  }
}
