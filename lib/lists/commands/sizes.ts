import { and, eq, sql } from "drizzle-orm";
import { type Db, preparedOnce } from "#db/client.ts";
import { together } from "#db/together.ts";
import { list, listDay, reasonSize } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import type { PartnerRule, Turnover } from "#lib/lists/partner-lists.ts";
import { type ReasonRule, reasonRules } from "#lib/lists/reasons.ts";

/** Moves the kept sizes of the partner lists, in the transaction that moves the contacts. */
export async function resizePartnerLists(
  tx: Db,
  portalId: number,
  turnover: ReadonlyMap<PartnerRule, Turnover>,
): Promise<void> {
  for (const [rule, change] of turnover) {
    const [resized] = await resizedByRule(tx).execute({ portalId, rule, change: change.joined - change.left });
    if (resized !== undefined) await countDay(tx, resized.id, change);
  }
}

/** The same for lists of the portal's own; sent by their ids, so that two transactions do not wait for each other. */
export async function resizeLists(tx: Db, turnover: ReadonlyMap<number, Turnover>): Promise<void> {
  const byId = [...turnover].toSorted(([a], [b]) => a - b);
  await together(
    ...byId.map(([id, change]) => async () => {
      await resizedById(tx).execute({ id, change: change.joined - change.left });
      await countDay(tx, id, change);
    }),
  );
}

async function countDay(tx: Db, listId: number, { joined, left }: Turnover): Promise<void> {
  await countedDay(tx).execute({ listId, day: dayIn("UTC", now()), joined, left });
}

const resizedByRule = preparedOnce((on) =>
  on
    .update(list)
    .set({ size: sql`${list.size} + ${sql.placeholder("change")}` })
    .where(and(eq(list.portalId, sql.placeholder("portalId")), eq(list.rule, sql.placeholder("rule"))))
    .returning({ id: list.id }),
);

const resizedById = preparedOnce((on) =>
  on
    .update(list)
    .set({ size: sql`${list.size} + ${sql.placeholder("change")}` })
    .where(eq(list.id, sql.placeholder("id"))),
);

const countedDay = preparedOnce((on) =>
  on
    .insert(listDay)
    .values({
      listId: sql.placeholder("listId"),
      day: sql.placeholder("day"),
      joined: sql.placeholder("joined"),
      left: sql.placeholder("left"),
    })
    .onConflictDoUpdate({
      target: [listDay.listId, listDay.day],
      set: {
        joined: sql`${listDay.joined} + ${sql.placeholder("joined")}`,
        left: sql`${listDay.left} + ${sql.placeholder("left")}`,
      },
    }),
);

/**
 * Moves the kept counts of the reasons in Invalid Data, in the transaction that moves the contacts; always in one order, so
 * that two transactions never wait for each other.
 */
export async function resizeReasons(tx: Db, portalId: number, changes: ReadonlyMap<ReasonRule, number>): Promise<void> {
  for (const rule of reasonRules) {
    const change = changes.get(rule) ?? 0;
    if (change === 0) continue;
    await tx
      .insert(reasonSize)
      .values({ portalId, rule, size: change })
      .onConflictDoUpdate({
        target: [reasonSize.portalId, reasonSize.rule],
        set: { size: sql`${reasonSize.size} + ${change}` },
      });
  }
}
