import { inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { watch } from "#db/schema/registration.ts";
import { tell } from "#lib/notices/commands/tell.ts";
import { holdingsOf } from "#lib/sales/queries.ts";

/**
 * Whoever watches one of these domains is told that it is free, once, and watches it no more. A domain that somebody has again
 * by now is passed over; its watches stay.
 */
export async function tellWatchers(tx: Db, keys: readonly string[]): Promise<void> {
  const holdings = await holdingsOf(tx, keys);
  const free = [...new Set(keys)].filter((key) => !holdings.has(key));
  if (free.length === 0) return;
  const watchers = await tx
    .delete(watch)
    .where(inArray(watch.key, free))
    .returning({ portalId: watch.portalId, key: watch.key, since: watch.since });
  await tell(
    tx,
    ...watchers.map(({ portalId, key, since }) => ({ portalId, key, kind: "domain-free" as const, about: { since } })),
  );
}
