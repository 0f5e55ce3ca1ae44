import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { insertRows, newIds } from "#db/rows.ts";
import { list, reasonSize } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { partnerLists, type PartnerRule } from "#lib/lists/partner-lists.ts";
import { type ReasonRule, reasonRules } from "#lib/lists/reasons.ts";
import { vendorName } from "#lib/sales/queries/newest-policy.ts";

/** Gives a new portal its partner lists (seed, page 4a: "new lists have been created"). */
export async function createPartnerLists(tx: Db, portalId: number, createdAt = now()): Promise<void> {
  const [ids, vendor] = [await newIds(tx, partnerLists.length), await vendorName(tx)];
  const rows = partnerLists.map(({ rule, name }, at) => ({
    id: ids[at] ?? 0,
    portalId,
    name: name(vendor),
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

/** Names the partner lists of every portal after the vendor, when it has got another name. */
export async function renamePartnerLists(tx: Db, vendor: string): Promise<void> {
  for (const { rule, name } of partnerLists) {
    await tx
      .update(list)
      .set({ name: name(vendor) })
      .where(eq(list.rule, rule));
  }
}
