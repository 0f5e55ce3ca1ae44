import { randomBytes } from "node:crypto";
import type { Db } from "#db/client.ts";
import { calendarFeed } from "#db/schema/notices.ts";
import { now } from "#lib/clock.ts";
import { hashOf } from "#lib/notices/queries/feed.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** A new secret for the person's calendar of this portal; the old one opens nothing any more. Only its hash is kept. */
export async function renewFeed(tx: Db, { portalId, personId }: Actor): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const fresh = { secretHash: hashOf(secret), since: now() };
  await tx
    .insert(calendarFeed)
    .values({ portalId, personId, ...fresh })
    .onConflictDoUpdate({ target: [calendarFeed.portalId, calendarFeed.personId], set: fresh });
  return secret;
}
