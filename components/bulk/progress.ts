import type { BulkView } from "#lib/bulk/queries/changes.ts";

/** How many contacts a change has answered for. */
export function doneOf({ changed, unchanged, refused }: BulkView): number {
  return changed + unchanged + refused;
}

/** How many it has undone, or left. */
export function undoneOf({ putBack, left }: BulkView): number {
  return putBack + left;
}

export function isMoving({ state }: BulkView): boolean {
  return state === "changing" || state === "undoing";
}

export const stateWords: Record<BulkView["state"], string> = {
  changing: "Running",
  changed: "Done",
  cancelled: "Cancelled",
  undoing: "Being undone",
  undone: "Undone",
};
