import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import type { Size } from "./act.ts";
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
