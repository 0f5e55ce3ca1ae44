import { and, asc, eq, gte, isNotNull, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { inForce } from "#db/schema/conditions.ts";
import { registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { type Day, day, dayIn, daysAfter, daysBetween, startOf } from "#lib/day.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { noticesQueue, tell } from "#lib/notices/commands/tell.ts";
import { firstMark, markOf, type News } from "#lib/notices/notice.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { heldBy, holdingsOf } from "#lib/sales/queries.ts";

/** A registry day has begun, or the program has: wakes whoever has to do something daily, and itself when the next one begins. */
export async function beginDay(tx: Db): Promise<void> {
  const { zone } = await policyInForce(tx);
  const leftMs = startOf(daysAfter(dayIn(zone, now()), 1), zone) - now();
  await enqueue(tx, "registry-day", {}, { key: "registry-day", runAt: Date.now() + leftMs });
  await enqueue(tx, "remind", {}, { queue: noticesQueue, key: "remind" });
  await enqueue(tx, "forget-deleted", {}, { key: "forget-deleted" });
}

/** Midnight has passed, and the program runs: what reads every contact is done now, and not at every start. */
export async function passMidnight(tx: Db): Promise<void> {
  await beginDay(tx);
  await enqueue(tx, "find-all-duplicates", {}, { key: "find-all-duplicates" });
  await enqueue(tx, "index-search", {}, { key: "index-search" });
}

const atOnce = 500;
// After a longer pause an expiry is no news any more.
const latestDays = 30;

type Due = { id: number; key: string; portalId: number; expires: Day };

/**
 * Tells every portal what expires soon and what has expired (event E10). What is due stands in the registrations, so a day
 * that was missed is made up for, and a second look tells nothing twice.
 */
export async function remind(): Promise<void> {
  await sweepLapsed();
  const { zone } = await policyInForce(db);
  const today = dayIn(zone, now());
  const soon = and(
    inForce,
    // Spelled out, or SQLite would not see that the partial index holds all of them.
    ne(registration.expires, ""),
    gte(registration.expires, today),
    lte(registration.expires, daysAfter(today, firstMark)),
  );
  await forEachDue(soon, (tx, due) => tell(tx, ...due.flatMap((each) => expiring(each, today))));

  const lately = and(
    eq(registration.state, "expired"),
    gte(registration.expires, daysAfter(today, -latestDays)),
    lt(registration.expires, today),
  );
  await forEachDue(lately, async (tx, due) => tell(tx, ...(await expired(tx, due))));
}

/** In order of their last day, some in each transaction, so that others come in between. */
async function forEachDue(which: SQL | undefined, work: (tx: Db, due: Due[]) => Promise<unknown>): Promise<void> {
  let place = { expires: "", id: 0 };
  for (;;) {
    const rows = await db
      .select({
        id: registration.id,
        key: registration.key,
        portalId: registration.portalId,
        expires: registration.expires,
      })
      .from(registration)
      .where(
        and(
          which,
          isNotNull(registration.portalId),
          sql`(${registration.expires}, ${registration.id}) > (${place.expires}, ${place.id})`,
        ),
      )
      .orderBy(asc(registration.expires), asc(registration.id))
      .limit(atOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    place = last;
    const due = rows.flatMap(({ portalId, expires, ...row }) =>
      portalId === null ? [] : [{ ...row, portalId, expires: day(expires) }],
    );
    await transaction((tx) => work(tx, due));
  }
}

function expiring({ id, key, portalId, expires }: Due, today: Day): News[] {
  const days = daysBetween(today, expires);
  const mark = markOf(days);
  return mark === undefined
    ? []
    : [{ portalId, key, kind: "expiring", about: { registration: id, expires, days, mark } }];
}

/** Whoever has the domain again by now is not told that it was lost. */
async function expired(tx: Db, due: readonly Due[]): Promise<News[]> {
  const keys = due.map(({ key }) => key);
  const again = new Set([...(await holdingsOf(tx, keys)).values()].map(({ portalId, key }) => heldBy(portalId, key)));
  return due
    .filter(({ portalId, key }) => !again.has(heldBy(portalId, key)))
    .map(({ id, key, portalId, expires }) => ({
      portalId,
      key,
      kind: "expired",
      about: { registration: id, expires },
    }));
}
