import { and, asc } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { inForce, isOver } from "#db/schema/conditions.ts";
import { notPursued, registration } from "#db/schema/sales.ts";
import { type NotPursuedReason, policyReason } from "#lib/sales/not-pursued.ts";

export type Holding = typeof registration.$inferSelect;

/** Who holds these domains now, by key. */
export async function holdingsOf(from: Db, keys: readonly string[]): Promise<Map<string, Holding>> {
  if (keys.length === 0) return new Map();
  const rows = await from
    .select()
    .from(registration)
    .where(and(isAmong(registration.key, [...keys]), inForce));
  return new Map(rows.map((row) => [row.key, row]));
}

/** Which portals held these domains once, as `portal key` pairs. */
export async function pastHoldersOf(from: Db, keys: readonly string[]): Promise<Map<string, number | null>> {
  if (keys.length === 0) return new Map();
  const rows = await from
    .select({ key: registration.key, portalId: registration.portalId, endedAt: registration.endedAt })
    .from(registration)
    .where(and(isAmong(registration.key, [...keys]), isOver))
    // The last one that ended is the one that counts.
    .orderBy(asc(registration.id));
  return new Map(rows.map(({ key, portalId, endedAt }) => [heldBy(portalId, key), endedAt]));
}

export function heldBy(portalId: number | null, key: string): string {
  return `${portalId} ${key}`;
}

/** Why the vendor does no business with a domain, for these keys: the built-in lists and its own (rule R8). */
export async function notPursuedAmong(
  from: Db,
  keys: readonly string[],
): Promise<(key: string) => NotPursuedReason | null> {
  const rows =
    keys.length === 0
      ? []
      : await from
          .select({ key: notPursued.key, why: notPursued.why })
          .from(notPursued)
          .where(isAmong(notPursued.key, [...keys]));
  const own = new Map(rows.map(({ key, why }) => [key, why]));
  return (key) => own.get(key) ?? policyReason(key);
}
