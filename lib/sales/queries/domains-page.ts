import { and, asc, desc, gt, gte, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { inForce } from "#db/schema/conditions.ts";
import { notPursued, registration } from "#db/schema/sales.ts";
import { policyLists } from "#lib/sales/not-pursued.ts";
import { domainsAt } from "#lib/sales/queries/domains.ts";
import { lookAlikeKeys } from "#lib/sales/queries/look-alikes.ts";
import type { Domain } from "#lib/sales/standing.ts";

type DomainFilter = "all" | "pursued" | "held" | "not-pursued" | "look-alikes";

/** A page begins beyond a key, or (going back) ends before one. */
type DomainPlace = { key: string; towards: "next" | "previous" };

export type AskedDomains = { prefix: string; filter: DomainFilter; place: DomainPlace | null; size: number };

/** `next` and `previous` are the keys at which the neighbouring pages begin and end; null where there is none. */
export type DomainsPage = { rows: Domain[]; next: string | null; previous: string | null };

/** The sales database in order of its keys, or look-alikes beside each other; the thousandth page costs what the first costs. */
export async function domainsPage(asked: AskedDomains): Promise<DomainsPage> {
  const backwards = asked.place?.towards === "previous";
  const found = await keysOf(asked, backwards);
  const some = found.slice(0, asked.size);
  const keys = backwards ? some.toReversed() : some;
  const more = found.length > asked.size;
  return {
    rows: await domainsAt(keys),
    next: backwards || more ? (keys.at(-1) ?? null) : null,
    previous: (backwards ? more : asked.place !== null) ? (keys[0] ?? null) : null,
  };
}

/** One key more than the page has, from every list that is asked for. */
async function keysOf(asked: AskedDomains, backwards: boolean): Promise<string[]> {
  const { filter, prefix, place, size } = asked;
  if (filter === "look-alikes") return lookAlikeKeys({ prefix, place, size: size + 1 });
  const [active, excluded] = await Promise.all([
    filter === "not-pursued" ? [] : activeKeys(asked, backwards),
    filter === "all" || filter === "not-pursued" ? excludedKeys(asked, backwards) : [],
  ]);
  const sorted = [...new Set([...active, ...excluded])].toSorted(byBytes);
  return (backwards ? sorted.toReversed() : sorted).slice(0, size + 1);
}

async function activeKeys(asked: AskedDomains, backwards: boolean): Promise<string[]> {
  const holder = { pursued: isNull(registration.portalId), held: isNotNull(registration.portalId) };
  const { filter } = asked;
  const rows = await db
    .select({ key: registration.key })
    .from(registration)
    .where(
      and(
        inForce,
        filter === "pursued" || filter === "held" ? holder[filter] : undefined,
        ...within(registration.key, asked),
      ),
    )
    .orderBy(backwards ? desc(registration.key) : asc(registration.key))
    .limit(asked.size + 1);
  return rows.map(({ key }) => key);
}

const builtInKeys = policyLists.flatMap(({ hosts }) => hosts).filter((host) => host.includes("."));

async function excludedKeys(asked: AskedDomains, backwards: boolean): Promise<string[]> {
  const { prefix, place, size } = asked;
  const rows = await db
    .select({ key: notPursued.key })
    .from(notPursued)
    .where(and(...within(notPursued.key, asked)))
    .orderBy(backwards ? desc(notPursued.key) : asc(notPursued.key))
    .limit(size + 1);
  const beyond = (key: string) => place === null || (backwards ? key < place.key : key > place.key);
  return [...rows.map(({ key }) => key), ...builtInKeys.filter((key) => key.startsWith(prefix) && beyond(key))];
}

// Keys are ASCII: nothing that begins with the prefix sorts behind this character.
const last = "\u007f";

function within(key: typeof registration.key | typeof notPursued.key, { prefix, place }: AskedDomains): SQL[] {
  const begins = prefix === "" ? [] : [gte(key, prefix), lt(key, prefix + last)];
  if (place === null) return begins;
  return [...begins, place.towards === "previous" ? lt(key, place.key) : gt(key, place.key)];
}

function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
