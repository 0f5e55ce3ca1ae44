import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { calendarFeed } from "#db/schema/notices.ts";
import { membership, portal } from "#db/schema/portals.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** Since when the person's calendar of this portal has its secret address; null while there is none. */
export async function feedSince({ personId, portalId }: Actor): Promise<number | null> {
  const [feed] = await db
    .select({ since: calendarFeed.since })
    .from(calendarFeed)
    .where(and(eq(calendarFeed.portalId, portalId), eq(calendarFeed.personId, personId)));
  return feed?.since ?? null;
}

export type Feed = { portalId: number; portalName: string };

/** Whose calendar the secret opens. It opens none once the person has left the portal. */
export async function feedOf(secret: string): Promise<Feed | undefined> {
  const [feed] = await db
    .select({ portalId: portal.hubId, portalName: portal.name })
    .from(calendarFeed)
    .innerJoin(portal, eq(portal.hubId, calendarFeed.portalId))
    .innerJoin(membership, and(eq(membership.organizationId, portal.id), eq(membership.userId, calendarFeed.personId)))
    .where(eq(calendarFeed.secretHash, hashOf(secret)));
  return feed;
}

/** 256 random bits need no salt, and no slow hash. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
