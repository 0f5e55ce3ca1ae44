import { and, desc, eq, sql } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { prospect } from "#db/schema/prospects.ts";
import type { ProspectPlace } from "#lib/prospects/prospect.ts";
import type { Actor } from "#lib/portals/actor.ts";

export const gatheredName = "prospects-gathered";

/** When all domains were last looked through; null when they never were. */
export async function gatheredAt(from: Db): Promise<number | null> {
  const [at] = await from.select({ value: setting.value }).from(setting).where(eq(setting.name, gatheredName));
  return at === undefined ? null : Number(at.value);
}

export type SeenDomain = Pick<typeof prospect.$inferSelect, "key" | "contacts" | "visits" | "lastSeenAt">;

const pageSize = 25;

/** The domains that the portal has seen and not registered, the last seen first; the thousandth page costs what the first costs. */
export async function domainsSeen(
  { portalId }: Actor,
  place: ProspectPlace | null,
): Promise<{ rows: SeenDomain[]; more: boolean }> {
  const rows = await db
    .select({
      key: prospect.key,
      contacts: prospect.contacts,
      visits: prospect.visits,
      lastSeenAt: prospect.lastSeenAt,
    })
    .from(prospect)
    .where(
      and(
        eq(prospect.portalId, portalId),
        place === null
          ? undefined
          : sql`(${prospect.lastSeenAt}, ${prospect.key}) < (${place.lastSeenAt}, ${place.key})`,
      ),
    )
    .orderBy(desc(prospect.lastSeenAt), desc(prospect.key))
    .limit(pageSize + 1);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize };
}
