import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { watch } from "#db/schema/registration.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { holdingsOf } from "#lib/sales/queries.ts";

/** The portal wants to be told when a domain that somebody else holds is free. */
export async function watchDomain(tx: Db, actor: Actor, key: string): Promise<Result<{ key: string }, "not-taken">> {
  const holding = (await holdingsOf(tx, [key])).get(key);
  if (holding === undefined || holding.portalId === actor.portalId) return no("not-taken");
  await tx.insert(watch).values({ portalId: actor.portalId, key, who: actor.name, since: now() }).onConflictDoNothing();
  return yes({ key });
}

export async function unwatchDomain(tx: Db, actor: Actor, key: string): Promise<void> {
  await tx.delete(watch).where(and(eq(watch.portalId, actor.portalId), eq(watch.key, key)));
}
