import { AsyncLocalStorage } from "node:async_hooks";
import { oneInProgram } from "#lib/one.ts";

// Two keep two cores busy. Four bring nothing in sooner, and whoever reads a page meanwhile waits behind all of them.
const atOnce = 2;

type Turns = { background: AsyncLocalStorage<true>; free: number; waiting: (() => void)[] };

const turns = oneInProgram("turns", (): Turns => ({
  background: new AsyncLocalStorage<true>(),
  free: atOnce,
  waiting: [],
}));

/** Marks work that nobody waits for at a screen: however much of it there is, its transactions take turns. */
export function inBackground<Value>(work: () => Promise<Value>): Promise<Value> {
  return turns.background.run(true, work);
}

/** Does the work: in the background when it is its turn, first come first served; for anybody else at once. */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (turns.background.getStore() === undefined) return work();
  if (turns.free > 0) turns.free -= 1;
  else await new Promise<void>((begin) => turns.waiting.push(begin));
  try {
    return await work();
  } finally {
    // Whoever has waited longest takes the place over.
    const next = turns.waiting.shift();
    if (next === undefined) turns.free += 1;
    else next();
  }
}
