import { asc, eq } from "drizzle-orm";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { db } from "#db/client.ts";
import { membership, portal } from "#db/schema/portals.ts";
import { env } from "#lib/env.ts";
import { type Actor, isChannelManager } from "#lib/portals/actor.ts";
import { isFromOurselves, ownPath } from "#lib/portals/origin.ts";
import { memberOf, sessionToken } from "#lib/portals/queries/member-of.ts";

// What needs Next.js stands here; Node itself cannot load `next/navigation`, and reads queries/member-of.ts instead.
export { memberOf, sessionToken };

/**
 * For pages and server actions: the member, or off to /sign-in and back here afterwards. A request that brings something
 * (that is how an action comes) must come from one of our own pages.
 */
export const requireMember = cache(async (): Promise<Actor> => {
  const asked = await headers();
  if (asked.has("content-type") || asked.has("next-action")) requireSameOrigin(asked);
  const actor = await memberOf(asked);
  if (actor !== null) return actor;
  const here = ownPath(asked.get("x-request-path"));
  return redirect(here === undefined || here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
});

/** For the vendor's side. To everyone else it does not exist. */
export async function requireChannelManager(): Promise<Actor> {
  const actor = await requireMember();
  if (!isChannelManager(actor)) notFound();
  return actor;
}

/** For pages and actions of a portal's admin. To everyone else they do not exist. */
export async function requireAdmin(): Promise<Actor> {
  const actor = await requireMember();
  if (actor.role !== "admin") notFound();
  return actor;
}

/** Next.js runs a server action that comes without Origin; ours do not. */
export function requireSameOrigin(headersOfRequest: Headers): void {
  if (!isFromOurselves(headersOfRequest, env.DIBS_ORIGIN)) notFound();
}

export type PortalChoice = { portalId: number; name: string; kind: string; role: string };

/** The portals the person may switch to, by name. */
export async function portalsOf(actor: Actor): Promise<PortalChoice[]> {
  return db
    .select({ portalId: portal.hubId, name: portal.name, kind: portal.kind, role: membership.role })
    .from(membership)
    .innerJoin(portal, eq(portal.id, membership.organizationId))
    .where(eq(membership.userId, actor.personId))
    .orderBy(asc(portal.name), asc(portal.hubId));
}
