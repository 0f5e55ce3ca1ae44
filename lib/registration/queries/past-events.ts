import { and, asc, desc, eq, gt, inArray, lte, type SQL } from "drizzle-orm";
import { breath } from "#db/breath.ts";
import { db } from "#db/client.ts";
import { event } from "#db/schema/sales.ts";
import type { PastEvent } from "#lib/registration/past-event.ts";
import { pastColumns } from "#lib/sales/queries/event-columns.ts";

const atOnce = 2_000;

/** The whole record in order of number, page by page. */
export function allPastEvents(): AsyncGenerator<PastEvent[]> {
  return pagesOf(undefined);
}

/** What is on a portal's record up to a number, page by page. */
export function pastOfPortal(portalId: number, upTo: number): AsyncGenerator<PastEvent[]> {
  return pagesOf(and(eq(event.portalId, portalId), lte(event.number, upTo)));
}

/** In order of number; between two pages others get their turn. */
async function* pagesOf(which: SQL | undefined): AsyncGenerator<PastEvent[]> {
  let last = 0;
  for (;;) {
    const some = await db
      .select(pastColumns)
      .from(event)
      .where(and(which, gt(event.number, last)))
      .orderBy(asc(event.number))
      .limit(atOnce);
    if (some.length > 0) yield some;
    if (some.length < atOnce) return;
    last = some.at(-1)?.number ?? last;
    await breath();
  }
}

/** The number of the last event before an instant; 0 where there is none. Numbers grow with time, so it is soon found. */
export async function lastBefore(instant: number): Promise<number> {
  let [low, high] = [0, await newestNumber()];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [next] = await db
      .select({ number: event.number, at: event.at })
      .from(event)
      .where(gt(event.number, middle))
      .orderBy(asc(event.number))
      .limit(1);
    if (next !== undefined && next.at < instant) low = next.number;
    else high = middle;
  }
  return low;
}

async function newestNumber(): Promise<number> {
  const [newest] = await db.select({ number: event.number }).from(event).orderBy(desc(event.number)).limit(1);
  return newest?.number ?? 0;
}

/** When the event with a number happened (ms since 1970); null for a number that no event has. */
export async function instantOf(number: number): Promise<number | null> {
  const [found] = await db.select({ at: event.at }).from(event).where(eq(event.number, number));
  return found?.at ?? null;
}

/** What is on a contact's own record up to a number. */
export async function pastOfContact(portalId: number, contactId: number, upTo: number): Promise<PastEvent[]> {
  return db
    .select(pastColumns)
    .from(event)
    .where(and(eq(event.contactId, contactId), eq(event.portalId, portalId), lte(event.number, upTo)))
    .orderBy(asc(event.number));
}

/** What happened to some domains up to a number, of the kinds asked for. */
export async function pastOfDomains(
  keys: readonly string[],
  upTo: number,
  kinds?: readonly string[],
): Promise<PastEvent[]> {
  if (keys.length === 0) return [];
  return db
    .select(pastColumns)
    .from(event)
    .where(
      and(
        inArray(event.key, [...keys]),
        lte(event.number, upTo),
        kinds === undefined ? undefined : inArray(event.kind, [...kinds]),
      ),
    )
    .orderBy(asc(event.number));
}
