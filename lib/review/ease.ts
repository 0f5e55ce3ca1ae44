import { type ReasonRule, rulesIn } from "#lib/lists/reasons.ts";

// One key where nothing has to be typed; slips that can be read; what another field says; what others may know; what nobody knows.
const weight: Readonly<Record<ReasonRule, number>> = { R6: 0, R7: 1, R3: 2, R8: 3, R2: 4, R1: 5, R5: 12, R4: 24 };

/** Sets of failed rules ("R3 R6"), the easiest to mend first. */
export function easiestFirst(failed: readonly string[]): string[] {
  return failed.toSorted((one, other) => effort(one) - effort(other) || (one < other ? -1 : 1));
}

function effort(failed: string): number {
  return rulesIn(failed).reduce((sum, rule) => sum + weight[rule], 0);
}
