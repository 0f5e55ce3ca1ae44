import { and, count, eq, inArray, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { portal } from "#db/schema/portals.ts";
import { lookup } from "#db/schema/registration.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** Domains that a portal may look up in a day without asking for them: enough to work with, too few to read everything out. */
export const lookupsADay = 1_000;

const dayMs = 24 * 60 * 60 * 1000;

/** Which of these domains the portal may look up now. One that was looked up in the last 24 hours costs nothing again. */
export async function lookUp(tx: Db, actor: Pick<Actor, "portalId">, keys: readonly string[]): Promise<Set<string>> {
  const { portalId } = actor;
  const at = now();
  const asked = [...new Set(keys)].filter((key) => key !== "");
  if (asked.length === 0) return new Set();
  // One look at a time: the portal's row is the lock.
  await tx.update(portal).set({ hubId: portalId }).where(eq(portal.hubId, portalId));
  await tx.delete(lookup).where(and(eq(lookup.portalId, portalId), lt(lookup.at, at - dayMs)));
  const known = await tx
    .select({ key: lookup.key })
    .from(lookup)
    .where(and(eq(lookup.portalId, portalId), inArray(lookup.key, asked)));
  const [spent] = await tx.select({ many: count() }).from(lookup).where(eq(lookup.portalId, portalId));

  const allowed = new Set(known.map(({ key }) => key));
  const room = Math.max(0, lookupsADay - (spent?.many ?? 0));
  const fresh = asked.filter((key) => !allowed.has(key)).slice(0, room);
  await insertRows(
    tx,
    lookup,
    fresh.map((key) => ({ portalId, key, at })),
  );
  return new Set([...allowed, ...fresh]);
}
