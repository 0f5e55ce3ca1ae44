import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { isAmong, rowsOf } from "#db/ask.ts";
import { inForce } from "#db/schema/conditions.ts";
import { registration } from "#db/schema/sales.ts";
import { lookOf } from "#lib/sales/look.ts";
import { domainsAt } from "#lib/sales/queries/domains.ts";
import type { Domain } from "#lib/sales/standing.ts";

/** A registration, of now or of once, by what its domain looks like. */
type Alike = {
  look: string;
  key: string;
  portalId: number | null;
  state: "active" | "expired" | "ended";
  expires: string;
};

/** The registrations of all domains that look like one of these, by look; those of the domains themselves are among them. */
export async function alikeTo(from: Db, keys: readonly string[]): Promise<Map<string, Alike[]>> {
  if (keys.length === 0) return new Map();
  const rows = await from
    .select({
      look: registration.look,
      key: registration.key,
      portalId: registration.portalId,
      state: registration.state,
      expires: registration.expires,
    })
    .from(registration)
    .where(isAmong(registration.look, [...new Set(keys.map(lookOf))]))
    .orderBy(asc(registration.id));
  return Map.groupBy(rows, ({ look }) => look);
}

const mostAlike = 100;

/** Who holds what looks like this domain: for the vendor alone, who may see all of it. */
export async function lookAlikesOf(key: string): Promise<Domain[]> {
  const rows = await db
    .select({ key: registration.key })
    .from(registration)
    .where(and(eq(registration.look, lookOf(key)), inForce, ne(registration.key, key)))
    .orderBy(asc(registration.key))
    .limit(mostAlike);
  return domainsAt(rows.map((row) => row.key));
}

type Span = { prefix: string; place: { key: string; towards: "next" | "previous" } | null; size: number };

// Keys are ASCII: nothing that begins with the prefix sorts behind this character.
const last = "\u007f";

/**
 * Domains that are held and have a look-alike that is held too, those that look the same beside each other. Reads the looks
 * that were shared once, however many domains there are; the cross join keeps SQLite from beginning with all of these.
 */
export async function lookAlikeKeys({ prefix, place, size }: Span): Promise<string[]> {
  const from = place?.key ?? "";
  const look = from === "" ? "" : lookOf(from);
  const backwards = place?.towards === "previous";
  const beyond = backwards
    ? sql`shared.look <= ${look} and (shared.look < ${look} or held.key < ${from})`
    : sql`shared.look >= ${look} and (shared.look > ${look} or held.key > ${from})`;
  const order = backwards ? sql`shared.look desc, held.key desc` : sql`shared.look, held.key`;
  const rows = await rowsOf<{ key: string }>(
    db,
    sql`select held.key from shared_look shared cross join registration held
      where held.look = shared.look and held.state = 'active' and ${beyond}
        and held.key >= ${prefix} and held.key < ${prefix + last}
        and exists (select 1 from registration other
          where other.look = held.look and other.state = 'active' and other.id <> held.id)
      order by ${order} limit ${size}`,
  );
  return rows.map(({ key }) => key);
}
