import { max } from "drizzle-orm";
import { db } from "#db/client.ts";
import { event } from "#db/schema/sales.ts";
import { placeOf } from "#lib/sales/chain.ts";
import { digest } from "#lib/sales/commands/digest.ts";
import { chainKept, lastNumberGiven, logPages, type LoggedEvent } from "#lib/sales/queries/log-pages.ts";

/** `unchained` counts the events older than the chain. `head` is what a copy kept elsewhere is compared with. */
export type Whole = { ok: true; events: number; unchained: number; head: { number: number; link: string } };
/** `number` is the first event that is not as it was written. */
export type Broken = { ok: false; number: number; why: "changed" | "missing" | "never-given-out" };

type Run = { number: number; link: string; unchained: number };

/**
 * Recomputes the whole log, a page at a time, beside a running program: the counter is read first, and all events up to it
 * are on disk by then.
 */
export async function verifyLog(): Promise<Whole | Broken> {
  const last = await lastNumberGiven();
  const chain = await chainKept();
  const run: Run = { number: 0, link: "", unchained: 0 };
  for await (const page of logPages(0, last)) {
    for (const each of page) {
      const broken = brokenAt(run, each, chain);
      if (broken !== null) return broken;
    }
  }
  if (run.number < last) return { ok: false, number: run.number + 1, why: "missing" };
  return (
    (await beyond()) ?? { ok: true, events: last, unchained: run.unchained, head: { number: last, link: run.link } }
  );
}

function brokenAt(run: Run, each: LoggedEvent, chain: { secret: string; since: number } | undefined): Broken | null {
  if (each.number !== run.number + 1) return { ok: false, number: run.number + 1, why: "missing" };
  run.number = each.number;
  if (chain === undefined || each.number < chain.since) {
    run.unchained += 1;
    // It has a link, so it was not older once: the chain's beginning was moved.
    return each.link === "" ? null : { ok: false, number: each.number, why: "changed" };
  }
  const previous = { inLog: run.link, ofKey: each.linkOfKey };
  run.link = placeOf(digest, chain.secret, { event: each, previous }).link;
  return run.link === each.link ? null : { ok: false, number: each.number, why: "changed" };
}

/** Events with numbers that were never given out. The counter is read after them: it only grows. */
async function beyond(): Promise<Broken | null> {
  const [row] = await db.select({ newest: max(event.number) }).from(event);
  const last = await lastNumberGiven();
  return (row?.newest ?? 0) <= last ? null : { ok: false, number: last + 1, why: "never-given-out" };
}
