import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { watch } from "#db/schema/registration.ts";
import type { Actor } from "#lib/portals/actor.ts";

const mostWatched = 200;

/** The domains that the portal wants to be told about, in order of their keys. */
export async function watchedBy(actor: Actor): Promise<{ key: string; since: number; who: string }[]> {
  return db
    .select({ key: watch.key, since: watch.since, who: watch.who })
    .from(watch)
    .where(eq(watch.portalId, actor.portalId))
    .orderBy(asc(watch.key))
    .limit(mostWatched);
}
