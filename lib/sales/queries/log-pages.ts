import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db } from "#db/client.ts";
import { counter, setting } from "#db/schema/portals.ts";
import { event } from "#db/schema/sales.ts";
import { type Chain, readChain } from "#lib/sales/commands/chain-end.ts";
import { pastColumns } from "#lib/sales/queries/event-columns.ts";

/** An event as it is kept, with the link of the one before it of the same domain ('' for none). */
export type LoggedEvent = typeof event.$inferSelect & { linkOfKey: string };

const atOnce = 1000;

/** The events after one number and up to another, a page at a time, in the order that counts. */
export async function* logPages(after: number, upTo: number): AsyncGenerator<LoggedEvent[]> {
  for (let from = after; ;) {
    const page = await pageOf(from, upTo);
    if (page.length === 0) return;
    yield page;
    // Pages of others come in between.
    await breath();
    from = page.at(-1)?.number ?? upTo;
  }
}

async function pageOf(after: number, upTo: number): Promise<LoggedEvent[]> {
  const rows = await db
    .select({
      ...pastColumns,
      who: event.who,
      link: event.link,
      // A span, as in chain-end.ts.
      linkOfKey: sql<string | null>`(select e.link from event e where e.key >= event.key and e.key <= event.key
        and e.number < event.number order by e.key desc, e.number desc limit 1)`,
    })
    .from(event)
    .where(and(gt(event.number, after), lte(event.number, upTo)))
    .orderBy(asc(event.number))
    .limit(atOnce);
  return rows.map((row) => ({ ...row, linkOfKey: row.linkOfKey ?? "" }));
}

/** The chain's secret and beginning; `undefined` while nothing was ever recorded. */
export async function chainKept(): Promise<Chain | undefined> {
  const [kept] = await db.select({ value: setting.value }).from(setting).where(eq(setting.name, "chain"));
  return kept === undefined ? undefined : readChain(kept.value);
}

/** The number that was given out last, by the counter of all receipts. */
export async function lastNumberGiven(): Promise<number> {
  const [row] = await db.select({ value: counter.value }).from(counter).where(eq(counter.name, "registry"));
  return row?.value ?? 0;
}
