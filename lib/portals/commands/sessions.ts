import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { membership, portal, session } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { sealed } from "#lib/portals/commands/seal.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Signs out. */
export async function endSession(token: string): Promise<void> {
  await transaction((tx) => tx.delete(session).where(eq(session.token, token)));
}

/** Signs out everywhere: whoever holds one of the person's cookies is out. */
export async function endSessionsOf(actor: Actor): Promise<void> {
  await transaction((tx) => tx.delete(session).where(eq(session.userId, actor.personId)));
}

/**
 * Goes on in another portal of the person, perhaps in another role: the session gets a new token and the old cookie is
 * worth nothing. Answers the value of the new cookie.
 */
export async function choosePortal(
  token: string,
  actor: Actor,
  portalId: number,
): Promise<Result<{ cookie: string }, "portal-not-found">> {
  const next = randomBytes(24).toString("base64url");
  const moved = await transaction(async (tx) => {
    const [member] = await tx
      .select({ organizationId: membership.organizationId })
      .from(membership)
      .innerJoin(portal, eq(portal.id, membership.organizationId))
      .where(and(eq(membership.userId, actor.personId), eq(portal.hubId, portalId)));
    if (member === undefined) return [];
    return tx
      .update(session)
      .set({ token: next, activeOrganizationId: member.organizationId })
      .where(and(eq(session.token, token), eq(session.userId, actor.personId)))
      .returning({ id: session.id });
  });
  return moved.length === 0 ? no("portal-not-found") : yes({ cookie: await sealed(next) });
}
