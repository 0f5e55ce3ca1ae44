import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { inForce } from "#db/schema/conditions.ts";
import { portal } from "#db/schema/portals.ts";
import { notPursued, registration } from "#db/schema/sales.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { policyReason } from "#lib/sales/not-pursued.ts";
import type { Domain, Exclusion, Holder } from "#lib/sales/standing.ts";

/** These domains as they stand now, in the order asked. The vendor sees who holds them; a partner must never. */
export async function domainsAt(keys: readonly string[]): Promise<Domain[]> {
  const [holders, exclusions] = await Promise.all([holdersOf(keys), exclusionsOf(keys)]);
  return keys.map((key) => ({
    key,
    display: displayOf(key),
    holder: holders.get(key) ?? null,
    exclusion: exclusions.get(key) ?? builtIn(key),
  }));
}

async function holdersOf(keys: readonly string[]): Promise<Map<string, Holder>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({
      key: registration.key,
      portalId: registration.portalId,
      portalName: portal.name,
      fromOn: registration.fromOn,
      expires: registration.expires,
      account: registration.account,
      reason: registration.reason,
    })
    .from(registration)
    .leftJoin(portal, eq(portal.hubId, registration.portalId))
    .where(and(inArray(registration.key, [...keys]), inForce));
  return new Map(rows.map(({ key, portalName, ...row }) => [key, { ...row, portalName: portalName ?? "" }]));
}

async function exclusionsOf(keys: readonly string[]): Promise<Map<string, Exclusion>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select()
    .from(notPursued)
    .where(inArray(notPursued.key, [...keys]));
  return new Map(rows.map(({ key, why, reason, since, who }) => [key, { why, reason, put: { since, who } }]));
}

function builtIn(key: string): Exclusion | null {
  const why = policyReason(key);
  return why === null ? null : { why, reason: "", put: null };
}

function displayOf(key: string): string {
  const domain = readDomain(key);
  return domain.ok ? domain.display : key;
}
