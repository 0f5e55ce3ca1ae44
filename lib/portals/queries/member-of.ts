import { and, eq, sql } from "drizzle-orm";
import { preparedOnce } from "#db/client.ts";
import { membership, person, portal, session } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { type Actor, roleNamed } from "#lib/portals/actor.ts";
import { unsealed } from "#lib/portals/commands/seal.ts";
import { cookieValue, sessionCookie } from "#lib/portals/cookie.ts";
import { isAlive, renewed, type Session, wantsRenewal } from "#lib/portals/session.ts";

/** Who sends these headers: signed in, session alive, still a member. On the way of every page and every API read. */
export async function memberOf(headersOfRequest: Headers): Promise<Actor | null> {
  const token = await sessionToken(headersOfRequest);
  if (token === undefined) return null;
  const [found] = await lookedUp().execute({ token });
  const role = found && roleNamed(found.role);
  if (found === undefined || role === undefined) return null;

  const at = now();
  const times = {
    createdAt: found.createdAt.getTime(),
    updatedAt: found.updatedAt.getTime(),
    expiresAt: found.expiresAt.getTime(),
  };
  if (!isAlive(times, at)) return null;
  if (wantsRenewal(times, at)) await renew(token, found.updatedAt, renewed(times, at));

  const { personId, name, email, portalId, portalName, timeZone } = found;
  return { personId, name, email, role, portalId, portalName, timeZone };
}

/** The token in the session's cookie, when the seal on it is ours; says nothing about the session. */
export async function sessionToken(headersOfRequest: Headers): Promise<string | undefined> {
  const { name } = sessionCookie(headersOfRequest.get("host"), env.DIBS_ORIGIN);
  const value = cookieValue(headersOfRequest.get("cookie"), name);
  return value === undefined ? undefined : unsealed(value);
}

const lookedUp = preparedOnce((reader) =>
  reader
    .select({
      createdAt: session.createdAt,
      updatedAt: session.updatedAt,
      expiresAt: session.expiresAt,
      personId: person.id,
      name: person.name,
      email: person.email,
      role: membership.role,
      portalId: portal.hubId,
      portalName: portal.name,
      timeZone: portal.timeZone,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.userId))
    .innerJoin(
      membership,
      and(eq(membership.userId, session.userId), eq(membership.organizationId, session.activeOrganizationId)),
    )
    .innerJoin(portal, eq(portal.id, membership.organizationId))
    .where(eq(session.token, sql.placeholder("token"))),
);

/** Of many requests at once one writes. A full disk must not keep anybody from reading. */
async function renew(token: string, before: Date, next: Session): Promise<void> {
  try {
    await transaction((tx) =>
      tx
        .update(session)
        .set({ updatedAt: new Date(next.updatedAt), expiresAt: new Date(next.expiresAt) })
        .where(and(eq(session.token, token), eq(session.updatedAt, before))),
    );
  } catch (fault) {
    log.warn({ fault }, "a session could not be renewed");
  }
}
