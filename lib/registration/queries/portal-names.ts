import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { portal } from "#db/schema/portals.ts";

/** Names by Hub ID. For the vendor's side: a partner never learns who others are. */
export async function portalNamesOf(hubIds: readonly number[]): Promise<Map<number, string>> {
  const ids = [...new Set(hubIds)];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ hubId: portal.hubId, name: portal.name })
    .from(portal)
    .where(inArray(portal.hubId, ids));
  return new Map(rows.map(({ hubId, name }) => [hubId, name]));
}
