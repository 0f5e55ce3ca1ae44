import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import type { Size } from "./act.ts";
import { median } from "./measure.ts";
import type { Place } from "./places.ts";

/** One line: without it the figures mean nothing. */
export function machineInWords(place: Place, { contacts, lists }: Size): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  return [
    `${new Date().toISOString().slice(0, 10)}: ${contacts.toLocaleString("en-US")} contacts${lists > 0 ? ` and ${lists} lists of its own` : ""}`,
    place.inWords,
    `${availableParallelism()} cores of ${cpu?.model.trim() ?? "unknown make"}, ${gigabytes} GB`,
    `Node ${process.versions.node}`,
    `load when it began ${load}`,
  ].join(" · ");
}

const [rounds, steps] = [15, 2_000_000];

/** How long (ms) the same piece of work takes here and now, the median of some: on a machine that is shared, it differs by the minute. */
export function paceMs(): number {
  return median(
    Array.from({ length: rounds }, () => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    }),
  );
}

function work(): Map<number, string> {
  const kept = new Map<number, string>();
  let sum = 0;
  for (let at = 0; at < steps; at += 1) {
    sum = (sum * 31 + at) % 1_000_003;
    if (at % 16 === 0) kept.set(at, String(sum));
  }
  return kept;
}
