import { and, eq, gte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { list, listMove } from "#db/schema/lists.ts";
import { type Day, dayNamed, daysAfter, startOf } from "#lib/day.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** Who was in a list at the end of a day in the portal's zone: how many, and the first hundred by id. */
export type OwnMembersThen = { on: Day; size: number; members: readonly { id: number; name: string | null }[] };

const shown = 100;

/** Null where the day cannot be read, or the list is not the portal's. */
export async function ownMembersThen(actor: Actor, listId: number, typed: string): Promise<OwnMembersThen | null> {
  const on = dayNamed(typed);
  const [found] = await db
    .select({ size: list.size })
    .from(list)
    .where(and(eq(list.portalId, actor.portalId), eq(list.id, listId)));
  if (on === null || found === undefined) return null;
  const from = startOf(daysAfter(on, 1), actor.timeZone);
  const { joined, left } = await movedSince(listId, from);
  return { on, size: found.size - joined + left, members: await membersBefore(listId, from) };
}

async function movedSince(listId: number, from: number): Promise<{ joined: number; left: number }> {
  const [moved] = await db
    .select({
      joined: sql<number>`coalesce(sum(case when ${listMove.joined} then 1 else 0 end), 0)`.mapWith(Number),
      left: sql<number>`coalesce(sum(case when ${listMove.joined} then 0 else 1 end), 0)`.mapWith(Number),
    })
    .from(listMove)
    .where(and(eq(listMove.listId, listId), gte(listMove.at, from)));
  return moved ?? { joined: 0, left: 0 };
}

/** Who is in it and has not moved since, and whose first move since was to leave. */
async function membersBefore(listId: number, from: number): Promise<{ id: number; name: string | null }[]> {
  return rowsOf<{ id: number; name: string | null }>(
    db,
    sql`select then_in.contact_id as id, contact.name as name from (
      select m.contact_id from list_member m where m.list_id = ${listId} and not exists
        (select 1 from list_move v where v.list_id = m.list_id and v.contact_id = m.contact_id and v.at >= ${from})
      union
      select v.contact_id from list_move v where v.id in
        (select min(id) from list_move where list_id = ${listId} and at >= ${from} group by contact_id) and not v.joined
    ) then_in left join contact on contact.id = then_in.contact_id order by 1 limit ${shown}`,
    ["id"],
  );
}
