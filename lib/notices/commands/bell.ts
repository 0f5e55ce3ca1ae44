import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { membership } from "#db/schema/portals.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** Everything up to this notice has been seen; what came in meanwhile stays new. */
export async function seeNotices(tx: Db, actor: Actor, upTo: number): Promise<void> {
  await tx
    .update(membership)
    .set({ noticesSeen: upTo })
    .where(and(isOf(actor), lt(membership.noticesSeen, upTo)));
}

export async function mailNoticesTo(tx: Db, actor: Actor, byMail: boolean): Promise<void> {
  await tx.update(membership).set({ noticesByMail: byMail }).where(isOf(actor));
}

function isOf({ personId, portalId }: Actor) {
  return and(eq(membership.userId, personId), eq(membership.organizationId, String(portalId)));
}
