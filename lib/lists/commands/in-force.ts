import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import { now } from "#lib/clock.ts";
import { dayIn, daysAfter, startOf } from "#lib/day.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { dailyLists } from "#lib/lists/queries/ruled-lists.ts";

/** Has every contact asked anew whether it belongs to these lists. */
export async function refill(tx: Db, listIds: readonly number[]): Promise<void> {
  if (listIds.length === 0) return;
  await tx
    .update(list)
    .set({ filledTo: 0 })
    .where(inArray(list.id, [...listIds]));
  for (const listId of listIds) {
    await enqueue(tx, "list-fill", { listId }, { queue: `list:${listId}`, key: `list-fill:${listId}` });
  }
}

/** A day has begun in the portal's zone: rules that speak of today are asked anew, and the next day is waited for. */
export async function beginListDay(tx: Db, portalId: number): Promise<void> {
  const daily = await dailyLists(tx, portalId);
  if (daily.length === 0) return;
  await refill(tx, daily);
  await awaitListDay(tx, portalId);
}

/** Wakes the portal's lists when its next day begins. */
export async function awaitListDay(tx: Db, portalId: number): Promise<void> {
  const [found] = await tx.select({ timeZone: portal.timeZone }).from(portal).where(eq(portal.hubId, portalId));
  const zone = found?.timeZone ?? "UTC";
  const leftMs = startOf(daysAfter(dayIn(zone, now()), 1), zone) - now();
  await enqueue(tx, "list-day", { portalId }, { key: `list-day:${portalId}`, runAt: Date.now() + leftMs });
}

/** At the start of the program: days that began while it was off. */
export async function beginListDays(tx: Db): Promise<void> {
  const portals = await tx
    .selectDistinct({ portalId: list.portalId })
    .from(list)
    .where(and(eq(list.daily, true), isNull(list.archivedAt), isNotNull(list.definition)));
  for (const { portalId } of portals) await beginListDay(tx, portalId);
}
