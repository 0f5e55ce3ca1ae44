import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { portal, setting } from "#db/schema/portals.ts";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";

/** Stops or restarts the sync, for one portal or (null) for the program (decision D13). The order of receipts never changes. */
export async function pauseSync(
  tx: Db,
  actor: Actor,
  pause: { portalId: number | null; paused: boolean },
): Promise<void> {
  const { portalId, paused } = pause;
  const ledger = await openLedger(tx);
  if (portalId === null) {
    await tx.delete(setting).where(eq(setting.name, "sync-paused"));
    if (paused) await tx.insert(setting).values({ name: "sync-paused", value: String(now()) });
  } else {
    await tx
      .update(portal)
      .set({ syncPausedAt: paused ? now() : null })
      .where(eq(portal.hubId, portalId));
  }
  ledger.record({ kind: paused ? "sync-paused" : "sync-resumed", who: actor.name, key: "", portalId });
  await ledger.close();
  if (!paused) await enqueue(tx, "settle", {}, { queue: "sync", key: "settle" });
}

/** "Sync now": serves the open requests of the actor's own portal although its sync is paused. */
export async function syncNow(tx: Db, actor: Actor): Promise<void> {
  const { portalId } = actor;
  await enqueue(tx, "settle", { portalByHand: portalId }, { queue: "sync", key: `sync-now:${portalId}` });
}
