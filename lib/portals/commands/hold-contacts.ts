import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockAlone } from "#db/locks.ts";
import { portal } from "#db/schema/portals.ts";

const mostVersions = 2 ** 47;

/** The lock under which contacts of a portal change together, and its lists and properties alone (PostgreSQL). */
export function contactsLock(portalId: number): string {
  return `contacts:${portalId}`;
}

/**
 * Before a list or a property of the portal changes: waits for everybody who changes contacts by the old ones, and lets
 * everybody after it see the new ones.
 */
export async function holdContacts(tx: Db, portalId: number): Promise<void> {
  await lockAlone(tx, contactsLock(portalId));
  // Drawn by lot, so that a version that is rolled back never comes again with other lists.
  await tx
    .update(portal)
    .set({ listsVersion: randomInt(1, mostVersions) })
    .where(eq(portal.hubId, portalId));
}
