import { and, asc, eq, isNotNull, isNull, notExists, or, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "#db/client.ts";
import { isOpen } from "#db/schema/conditions.ts";
import { portal, setting } from "#db/schema/portals.ts";
import { request } from "#db/schema/registration.ts";

export type RequestRow = typeof request.$inferSelect;

/** A request as it is after its turn, and the one that takes its place at the back where its contact has moved. */
export type Served = { now: RequestRow; again?: RequestRow };

/** What to serve: everything that is not paused, one domain of it, or (by hand) the requests of one paused portal. */
export type Scope = { key?: string; portalByHand?: number };

// No Hub ID; a comparison with NULL would be neither true nor false.
const nobody = 0;

const earlier = alias(request, "earlier");
const earlierPortal = alias(portal, "earlier_portal");

/**
 * The next open requests in order of receipt. A paused portal is passed over, and so is whoever stands behind it on the same
 * domain: a pause never changes the order (decision D13).
 */
export async function nextRequests(tx: Db, scope: Scope, limit: number): Promise<RequestRow[]> {
  const [programPaused] = await tx.select().from(setting).where(eq(setting.name, "sync-paused"));
  const byHand = scope.portalByHand ?? nobody;
  if (programPaused !== undefined && byHand === nobody) return [];

  const asked = and(
    isOpen,
    scope.key === undefined ? undefined : eq(request.key, scope.key),
    byHand === nobody ? undefined : eq(request.portalId, byHand),
  );
  if (programPaused === undefined && !(await isAnyPaused(tx)))
    return tx.select().from(request).where(asked).orderBy(asc(request.receipt)).limit(limit);

  const isByHand = (portalId: SQLWrapper) => sql`coalesce(${portalId}, ${nobody - 1}) = ${byHand}`;
  const runs = (portalId: SQLWrapper, pausedAt: SQLWrapper) =>
    programPaused === undefined ? or(isNull(pausedAt), isByHand(portalId)) : isByHand(portalId);
  const waitsBehind = tx
    .select({ one: sql`1` })
    .from(earlier)
    .leftJoin(earlierPortal, eq(earlierPortal.hubId, earlier.portalId))
    .where(
      and(
        sql`${earlier.state} = 'open'`,
        eq(earlier.key, request.key),
        sql`${earlier.key} <> ''`,
        sql`${earlier.receipt} < ${request.receipt}`,
        sql`not (${runs(earlier.portalId, earlierPortal.syncPausedAt)})`,
      ),
    );
  const rows = await tx
    .select({ request })
    .from(request)
    .leftJoin(portal, eq(portal.hubId, request.portalId))
    .where(and(asked, runs(request.portalId, portal.syncPausedAt), notExists(waitsBehind)))
    .orderBy(asc(request.receipt))
    .limit(limit);
  return rows.map((row) => row.request);
}

/** Mostly nobody is: then who waits behind whom need not be asked, which costs most of it. */
async function isAnyPaused(tx: Db): Promise<boolean> {
  const paused = await tx.select({ hubId: portal.hubId }).from(portal).where(isNotNull(portal.syncPausedAt)).limit(1);
  return paused.length > 0;
}
