import { setTimeout as passed } from "node:timers/promises";

export type Ask = () => Promise<unknown>;

const warmUp = 200;

/** Milliseconds of each of two things, done in turns, so that a machine that slows down slows both. */
export async function inTurns(
  count: number,
  pair: { ours: Ask; beside: Ask },
): Promise<{ ours: number[]; beside: number[] }> {
  const times: { ours: number[]; beside: number[] } = { ours: [], beside: [] };
  for (let turn = -Math.min(warmUp, count); turn < count; turn += 1) {
    // The second one may find warm what the first one warmed: they change places.
    for (const who of turn % 2 === 0 ? (["ours", "beside"] as const) : (["beside", "ours"] as const)) {
      const taken = await msOf(pair[who]);
      if (turn >= 0) times[who].push(taken);
    }
  }
  return times;
}

export async function msOf(work: Ask): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** How many a second eight clients get, each asking again as soon as it has its answer. */
export async function perSecond(count: number, ask: Ask): Promise<number> {
  let left = count;
  const client = async () => {
    for (; left > 0; left -= 1) await ask();
  };
  const taken = await msOf(() => Promise.all(Array.from({ length: 8 }, client)));
  return (count / taken) * 1000;
}

/** Asks every ten milliseconds, whether the last answer has come or not; `stop` answers the milliseconds of each. */
export function asking(ask: Ask): { stop: () => Promise<number[]> } {
  const times: Promise<number>[] = [];
  const clock = setInterval(() => times.push(msOf(ask)), 10);
  return {
    stop() {
      clearInterval(clock);
      return Promise.all(times);
    },
  };
}

const patienceMs = 10 * 60_000;

/**
 * Looks forty times a second until it is so: to look costs the program what it is measured by, and the page that shows how far
 * it has come looks less often.
 */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const last = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`${what} took longer than ten minutes`);
    await passed(25);
  }
}

/** The value below which this share of them lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
