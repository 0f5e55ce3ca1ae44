"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { countUndo, keepImport, undoImport } from "#lib/imports/commands/begin-undo.ts";
import { dropRepairs, leaveOutColumn, mendImport } from "#lib/imports/commands/mend.ts";
import {
  discardImport,
  importChecked,
  matchAgain,
  startCheck,
  startImport,
} from "#lib/imports/commands/start-import.ts";
import { mendingsIn } from "#lib/imports/mendings.ts";
import { mendRefused } from "#lib/imports/sentences.ts";
import { requireMember } from "#lib/portals/queries.ts";

const OfImport = z.object({ importId: z.coerce.number().int().positive() });

const Start = OfImport.extend({
  matches: z.array(z.string().max(100)).max(200),
  existing: z.enum(["overwrite", "fill"]).catch("overwrite"),
  next: z.enum(["check", "import"]).catch("check"),
});

/** Has every row checked, or imports at once; leads back to the columns where the page says what is in the way. */
export async function matchColumnsAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const given = Object.fromEntries(form);
  const { next, ...asked } = Start.parse({ ...given, matches: form.getAll("match") });
  const start = next === "check" ? startCheck : startImport;
  const started = await transaction((tx) => start(tx, member, asked));
  redirect(!started.ok && started.no === "import-not-found" ? "/imports" : `/imports/${asked.importId}`);
}

/** Deletes the uploaded file; nothing of it was imported. */
export async function discardImportAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  await transaction((tx) => discardImport(tx, member, importId));
  redirect("/imports");
}

export async function importCheckedAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  await transaction((tx) => importChecked(tx, member, importId));
  redirect(`/imports/${importId}`);
}

export async function matchAgainAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  await transaction((tx) => matchAgain(tx, member, importId));
  redirect(`/imports/${importId}`);
}

const LeaveOut = OfImport.extend({ column: z.coerce.number().int().min(0) });

export async function leaveOutColumnAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = LeaveOut.parse(Object.fromEntries(form));
  const left = await transaction((tx) => leaveOutColumn(tx, member, asked));
  const why = !left.ok && left.no === "nothing-matched" ? "?refused=nothing-matched" : "";
  redirect(`/imports/${asked.importId}${why}`);
}

export async function dropRepairsAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  await transaction((tx) => dropRepairs(tx, member, importId));
  redirect(`/imports/${importId}`);
}

export async function countUndoAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  const counted = await transaction((tx) => countUndo(tx, member, importId));
  redirect(`/imports/${importId}${counted.ok ? "" : `?refused=${counted.no}`}`);
}

export async function undoImportAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  const undone = await transaction((tx) => undoImport(tx, member, importId));
  redirect(`/imports/${importId}${undone.ok ? "" : `?refused=${undone.no}`}`);
}

export async function keepImportAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { importId } = OfImport.parse(Object.fromEntries(form));
  await transaction((tx) => keepImport(tx, member, importId));
  redirect(`/imports/${importId}`);
}

/** What the form of repairs comes back with: a sentence for all of it, those beside their fields, and what was typed. */
export type MendState = {
  problem: string;
  faults: Readonly<Record<string, string>>;
  given: Readonly<Record<string, string>>;
};

const Mend = OfImport.extend({ by: z.enum(["value", "row"]).catch("value") });

export async function mendImportAction(_before: MendState, form: FormData): Promise<MendState> {
  const member = await requireMember();
  const { importId, by } = Mend.parse(Object.fromEntries(form));
  const texts = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const mendings = mendingsIn(texts);
  const mended = await transaction((tx) => mendImport(tx, member, { importId, mendings }));
  if (mended.ok) redirect(`/imports/${importId}${by === "row" ? "?by=row" : ""}`);
  const given = Object.fromEntries(mendings.map(({ named, replacement }) => [named, replacement]));
  const faults = mended.no === "values-refused" ? mended.faults : {};
  return { problem: mendRefused[mended.no], faults, given };
}
