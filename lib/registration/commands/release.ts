import type { Db } from "#db/client.ts";
import { closeDesk, endHolding, layOut, openDesk } from "#lib/registration/commands/desk.ts";
import { lapse } from "#lib/registration/commands/lapse.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/**
 * The portal gives up domains that it holds (event E11): from now on anybody may have them, and the contacts that were
 * attached go blank. A domain of somebody else is answered like one that nobody holds.
 */
export async function releaseRegistrations(
  tx: Db,
  actor: Actor,
  { keys, reason }: { keys: readonly string[]; reason: string },
): Promise<{ released: string[]; notYours: string[] }> {
  const asked = [...new Set(keys)];
  const desk = await openDesk(tx);
  await layOut(desk, { contactIds: [], keys: asked });
  lapse(desk);
  const released: string[] = [];
  for (const key of asked) {
    const holding = desk.holdings.get(key);
    if (holding === undefined || holding.portalId !== actor.portalId) continue;
    endHolding(desk, holding, { kind: "released", who: actor.name, reason: reason.trim() });
    released.push(key);
  }
  await closeDesk(desk);
  return { released, notYours: asked.filter((key) => !released.includes(key)) };
}

/** The channel manager takes a registration back, and says why (event E13). */
export async function revokeRegistration(
  tx: Db,
  actor: Actor,
  { key, reason }: { key: string; reason: string },
): Promise<Result<{ portalId: number }, "not-held" | "reason-missing">> {
  if (reason.trim() === "") return no("reason-missing");
  const desk = await openDesk(tx);
  await layOut(desk, { contactIds: [], keys: [key] });
  lapse(desk);
  const holding = desk.holdings.get(key);
  const portalId = holding?.portalId ?? null;
  if (holding === undefined || portalId === null) {
    await closeDesk(desk);
    return no("not-held");
  }
  endHolding(desk, holding, { kind: "revoked", who: actor.name, reason: reason.trim() });
  const about = { registration: holding.id, reason: reason.trim() };
  await enqueue(tx, "portals-told", { news: [{ portalId, key, kind: "revoked", about }] });
  await closeDesk(desk);
  return yes({ portalId });
}
