import type { Tally } from "#lib/imports/tally.ts";
import { count, figure } from "#lib/words.ts";

type Undone = { state: string; deleted: number; restored: number; kept: number };
type Now = {
  state: string;
  rows: number;
  tally: Tally | null;
  rowsDone: number;
  created: number;
  updated: number;
  failed: number;
  undo: Undone | null;
};

/** A bar, and the sentence under it. */
type Told = { label: string; value: number; max: number; detail: string; told: string };

/** How far an import has come: checked, taken over, or undone. */
export function progressInWords({ undo, ...now }: Now): Told {
  if (undo !== null) return ofUndo(now.created + now.updated, undo);
  const isCheck = now.state === "checking";
  const value = isCheck ? (now.tally?.rows ?? 0) : now.rowsDone;
  const detail = `${figure(value)} of ${count(now.rows, "row")}`;
  const told = isCheck
    ? `${figure(now.tally?.failed ?? 0)} with problems so far. Nothing is imported. You may leave this page: the check goes on.`
    : `${figure(now.created)} created, ${figure(now.updated)} updated, ${figure(now.failed)} failed. You may leave this page: the import goes on.`;
  return { label: isCheck ? "Checking" : "Importing", value, max: now.rows, detail, told };
}

function ofUndo(most: number, { state, deleted, restored, kept }: Undone): Told {
  const value = deleted + restored + kept;
  const detail = `${figure(value)} of up to ${count(most, "contact")}`;
  const told =
    state === "counting"
      ? "Nothing is changed by this."
      : `${figure(deleted)} deleted, ${figure(restored)} put back, ${figure(kept)} left as they are. You may leave this page: the undo goes on.`;
  return { label: state === "counting" ? "Counting what would be undone" : "Undoing", value, max: most, detail, told };
}
