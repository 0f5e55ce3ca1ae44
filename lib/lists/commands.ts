import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { insertRows, newIds } from "#db/rows.ts";
import { list } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { partnerLists, type PartnerRule } from "#lib/lists/partner-lists.ts";

/** Gives a new portal its partner lists (seed, page 4a: "new lists have been created"). */
export async function createPartnerLists(tx: Db, portalId: number, createdAt = now()): Promise<void> {
  const ids = await newIds(tx, partnerLists.length);
  const rows = partnerLists.map(({ rule, name }, at) => ({
    id: ids[at] ?? 0,
    portalId,
    name: name(env.DIBS_VENDOR),
    kind: "smart" as const,
    rule,
    folder: "",
    size: 0,
    createdAt,
  }));
  await insertRows(tx, list, rows);
}

/** Moves the kept sizes, in the transaction that moves the contacts. */
export async function resizeLists(tx: Db, portalId: number, changes: ReadonlyMap<PartnerRule, number>): Promise<void> {
  for (const [rule, change] of changes) {
    await tx
      .update(list)
      .set({ size: sql`${list.size} + ${change}` })
      .where(and(eq(list.portalId, portalId), eq(list.rule, rule)));
  }
}
