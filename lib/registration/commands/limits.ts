import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { inForce, isOpen } from "#db/schema/conditions.ts";
import { request } from "#db/schema/registration.ts";
import { registration } from "#db/schema/sales.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { capacityOf, type Policy } from "#lib/registration/policy.ts";
import { heldBy, holdingsOf, pastHoldersOf } from "#lib/sales/queries.ts";

/** Refusals at Save: the seed has no word for them, so they change no status (rules A2 and A3). */
export type Limit = "capacity-reached" | "cooling-down";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Which of these contacts the policy does not let ask now, by id. A domain that is the portal's own takes no room, and needs
 * no cooling down.
 */
export async function limitsOn(
  tx: Db,
  contacts: readonly Contact[],
  { policy, at }: { policy: Policy; at: number },
): Promise<Map<number, Limit>> {
  const limits = new Map<number, Limit>();
  const portalId = contacts[0]?.portalId;
  if (portalId === undefined) return limits;
  const capacity = capacityOf(policy, portalId);
  if (capacity === null && policy.coolDownDays === 0) return limits;

  const keys = [...new Set(contacts.map(({ domainKey }) => domainKey))].filter((key) => key !== "");
  const [holdings, pastHolders] = [await holdingsOf(tx, keys), await pastHoldersOf(tx, keys)];
  // What waits to be decided takes its room already: else a bulk request would be let through as a whole.
  const taken = new Set(capacity === null ? [] : await keysWaitingOf(tx, portalId));
  const room = capacity === null ? Infinity : capacity - (await registrationsOf(tx, portalId));
  for (const { id, domainKey: key } of contacts) {
    if (key === "" || holdings.get(key)?.portalId === portalId) continue;
    const endedAt = pastHolders.get(heldBy(portalId, key)) ?? null;
    if (endedAt !== null && at < endedAt + policy.coolDownDays * dayMs) limits.set(id, "cooling-down");
    else if (taken.size >= room && !taken.has(key)) limits.set(id, "capacity-reached");
    else taken.add(key);
  }
  return limits;
}

/** Whether the portal may hold one domain more, beside those that it holds and waits for (rule A2). */
export async function hasRoom(tx: Db, portalId: number, policy: Policy): Promise<boolean> {
  const capacity = capacityOf(policy, portalId);
  if (capacity === null) return true;
  return (await registrationsOf(tx, portalId)) + (await keysWaitingOf(tx, portalId)).length < capacity;
}

async function registrationsOf(tx: Db, portalId: number): Promise<number> {
  const [active] = await tx
    .select({ many: sql<number>`count(*)`.mapWith(Number) })
    .from(registration)
    .where(and(eq(registration.portalId, portalId), inForce));
  return active?.many ?? 0;
}

/** The domains that the portal has asked for and does not hold. */
async function keysWaitingOf(tx: Db, portalId: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ key: request.key })
    .from(request)
    .leftJoin(registration, and(eq(registration.key, request.key), inForce, eq(registration.portalId, portalId)))
    // The states are spelled out, so that the indexes of the open and the active ones answer.
    .where(and(isOpen, eq(request.portalId, portalId), sql`${request.key} <> ''`, isNull(registration.id)));
  return rows.map(({ key }) => key);
}
