import { env } from "#lib/env.ts";
import { oneInProgram } from "#lib/one.ts";

/** One clock for the whole program (decision D17): the real one, unless DIBS_CLOCK or a test makes it stand still. */
const hands = oneInProgram("clock", () => ({ standingAt: env.DIBS_CLOCK ? Date.parse(env.DIBS_CLOCK) : undefined }));

/** Milliseconds since 1970. */
export function now(): number {
  return hands.standingAt ?? Date.now();
}

/** For tests; `undefined` lets the real time run again. */
export function setClock(instant: number | undefined): void {
  hands.standingAt = instant;
}

/** Does some work at other times, and puts the clock back to where it stood, or lets it run again. */
export async function withClockPutBack<Value>(work: () => Promise<Value>): Promise<Value> {
  const { standingAt } = hands;
  try {
    return await work();
  } finally {
    hands.standingAt = standingAt;
  }
}
