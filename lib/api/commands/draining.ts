import { oneInProgram } from "#lib/one.ts";

const held = oneInProgram("draining", () => ({ draining: false }));

/** From now on readiness says no, so that the load balancer sends nobody any more. */
export function startDraining(): void {
  held.draining = true;
}

export function isDraining(): boolean {
  return held.draining;
}
