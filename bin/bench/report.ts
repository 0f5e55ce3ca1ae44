import { readFileSync, writeFileSync } from "node:fs";
import { median, percentile } from "./measure.ts";

/** One row of the table. What does not apply is left out. */
export type Line = {
  what: string;
  ours: string;
  worst?: string;
  beside?: string;
  ratio?: string;
  clients?: string;
  bar?: string;
  held?: boolean;
};

/** The bars are set for SQLite; elsewhere the figures stand for themselves. */
export function withoutBars(lines: readonly Line[]): Line[] {
  return lines.map(({ bar: _bar, held: _held, ...figures }) => figures);
}

const headings = ["what", "p50", "p95", "beside, p50", "ratio", "req/s, 8 clients (beside)", "bar", "held"];

export function asTable(lines: readonly Line[]): string {
  const rows = lines.map(({ what, ours, worst, beside, ratio, clients, bar, held }) => {
    const heldInWords = held === undefined ? undefined : held ? "yes" : "**no**";
    return [what, ours, worst, beside, ratio, clients, bar, heldInWords];
  });
  return [headings, headings.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => cell ?? "").join(" | ")} |`)
    .join("\n");
}

/** Requests beside the same requests to a bare route handler. */
export function besideBare(what: string, times: { ours: number[]; beside: number[] }, mostTimes?: number): Line {
  const ratio = median(times.ours) / median(times.beside);
  return {
    what,
    ours: ms(median(times.ours)),
    worst: ms(percentile(times.ours, 0.95)),
    beside: ms(median(times.beside)),
    ratio: `${ratio.toFixed(2)} ×`,
    ...(mostTimes === undefined ? {} : { bar: `≤ ${mostTimes} × bare`, held: ratio <= mostTimes }),
  };
}

/** Things done a second, in some rounds, beside raw statements that write the same rows. */
export function besideRaw(
  what: string,
  { ours, raw, unit }: { ours: number[]; raw: number; unit: string },
  least: number,
): Line {
  const usual = median(ours);
  return {
    what,
    ours: rate(usual, unit),
    worst: `${rate(Math.min(...ours), unit)} (slowest)`,
    beside: rate(raw, unit),
    ratio: `${(raw / usual).toFixed(2)} ×`,
    bar: `≥ ${rate(least, unit)}`,
    held: usual >= least,
  };
}

/** A figure of its own: the median and the worst of some rounds, in a unit. */
export function alone(what: string, values: readonly number[], unit: string, most?: number): Line {
  const [usual, worst] = [median(values), percentile(values, 0.95)];
  return {
    what,
    ours: `${whole(usual)} ${unit}`,
    ...(values.length > 1 ? { worst: `${whole(worst)} ${unit}` } : {}),
    ...(most === undefined ? {} : { bar: `≤ ${most} ${unit}`, held: usual <= most }),
  };
}

export function notMeasured(what: string, fault: unknown): Line {
  const why = fault instanceof Error ? fault.message : String(fault);
  return { what, ours: `not measured: ${why.replaceAll(/[\n|]/g, " ").slice(0, 160)}` };
}

export function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}

export function whole(value: number): string {
  return Number.isNaN(value) ? "?" : Math.round(value).toLocaleString("en-US");
}

function rate(value: number, unit: string): string {
  return `${whole(value)} ${unit}/s`;
}

/** Replaces what stands between the comments `<!-- figures: store -->` and `<!-- end of figures: store -->`. */
export function putInto(file: string, store: string, table: string): void {
  const [begin, end] = [`<!-- figures: ${store} -->`, `<!-- end of figures: ${store} -->`];
  const [before = "", rest] = readFileSync(file, "utf8").split(begin);
  const [, after] = (rest ?? "").split(end);
  if (after === undefined) throw new Error(`${file} has no place for the figures of ${store}`);
  writeFileSync(file, `${before}${begin}\n\n${table}\n\n${end}${after}`);
}
