import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { type Db, preparedOnce } from "#db/client.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import { now } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { type Fields, fieldsOf } from "#lib/lists/fields.ts";
import { inOrderOfNames, lookedAt, type RuledList } from "#lib/lists/moves.ts";
import { type AsOf, questionOf } from "#lib/lists/question.ts";
import { storedRule } from "#lib/lists/read-rule.ts";
import { oneInProgram } from "#lib/one.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

/**
 * The lists of a portal's own as they are asked today, and the properties that they may ask of: `hasOwn` when there are some,
 * static ones among them.
 */
export type ListsInForce = {
  version: number;
  today: Day;
  properties: PropertySet;
  hasOwn: boolean;
  ruled: readonly RuledList[];
};

const kept = oneInProgram("lists-in-force", () => new Map<number, ListsInForce>());
const mostKept = 1_000;

/**
 * The lists of the portal, compiled once for each version and day: a save asks the store for one number. Reads in the
 * caller's transaction, so that a list is in force from the transaction that makes it.
 */
export async function listsInForce(tx: Db, portalId: number): Promise<ListsInForce> {
  const { version, asOf, properties, fields } = await readingOf(tx, portalId);
  const { today } = asOf;
  const before = kept.get(portalId);
  if (before?.version === version && before.today === today) return before;
  const { hasOwn, ruled } = await compiled(tx, portalId, { asOf, fields });
  const inForce = { version, today, properties, hasOwn, ruled };
  if (kept.size >= mostKept) kept.clear();
  // A version is drawn by lot: what a transaction that is rolled back leaves here is nobody else's version.
  kept.set(portalId, inForce);
  return inForce;
}

/**
 * What rules and filters of the portal are read by: made once for each version of its lists and properties, and each day. The
 * properties are in an order that the portal may have changed since.
 */
type Reading = { version: number; properties: PropertySet; fields: Fields; asOf: AsOf };

const readings = oneInProgram("readings", () => new Map<number, Reading>());

export async function readingOf(from: Db, portalId: number): Promise<Reading> {
  const [known] = await versionOf(from).execute({ portalId });
  const { version, timeZone } = known ?? { version: 0, timeZone: "UTC" };
  const today = dayIn(timeZone, now());
  const before = readings.get(portalId);
  if (before?.version === version && before.asOf.today === today && before.asOf.timeZone === timeZone) return before;
  const partners = await partnersOf(from).execute({ portalId });
  const partnerLists = new Map(partners.flatMap(({ id, rule }) => (rule === "" ? [] : [[id, rule] as const])));
  const properties = await propertiesOf(from, portalId);
  const reading = { version, properties, fields: fieldsOf(properties), asOf: { today, timeZone, partnerLists } };
  if (readings.size >= mostKept) readings.clear();
  readings.set(portalId, reading);
  return reading;
}

/** What a rule of this portal may ask of a contact. */
export async function fieldsOfPortal(from: Db, portalId: number): Promise<Fields> {
  return fieldsOf(await propertiesOf(from, portalId));
}

/** Today, in the portal's zone, and its partner lists. */
export async function asOfToday(from: Db, portalId: number): Promise<AsOf> {
  return (await readingOf(from, portalId)).asOf;
}

async function compiled(
  tx: Db,
  portalId: number,
  { asOf, fields }: { asOf: AsOf; fields: Fields },
): Promise<{ hasOwn: boolean; ruled: RuledList[] }> {
  const own = await tx
    .select({ id: list.id, definition: list.definition, archivedAt: list.archivedAt })
    .from(list)
    .where(and(eq(list.portalId, portalId), eq(list.rule, "")));
  const ruled = own.flatMap(({ id, definition, archivedAt }) => {
    const rule = archivedAt === null ? storedRule(definition) : null;
    if (rule === null) return [];
    const question = questionOf(rule, fields, asOf);
    return [{ id, question, ...lookedAt(question) }];
  });
  // Of a contact that is deleted, archived lists have to hear too.
  return { hasOwn: own.length > 0, ruled: inOrderOfNames(ruled) };
}

const partnersOf = preparedOnce((on) =>
  on
    .select({ id: list.id, rule: list.rule })
    .from(list)
    .where(and(eq(list.portalId, sql.placeholder("portalId")), sql`${list.rule} <> ''`)),
);

const versionOf = preparedOnce((on) =>
  on
    .select({ version: portal.listsVersion, timeZone: portal.timeZone })
    .from(portal)
    .where(eq(portal.hubId, sql.placeholder("portalId"))),
);

/** The smart lists of the portal whose rules speak of today. */
export async function dailyLists(from: Db, portalId: number): Promise<number[]> {
  const rows = await from
    .select({ id: list.id })
    .from(list)
    .where(and(eq(list.portalId, portalId), eq(list.daily, true), isNull(list.archivedAt), isNotNull(list.definition)));
  return rows.map(({ id }) => id);
}
