import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { list } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { partnerLists } from "#lib/lists/partner-lists.ts";
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
    daily: false,
    version: 1,
    who: "Dibs",
  }));
  await insertRows(tx, list, rows);
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
