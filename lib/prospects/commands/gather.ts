import { and, asc, eq, gt, lte, notExists, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { deleteRows, insertRows } from "#db/rows.ts";
import { inForce } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { formDomain } from "#db/schema/forms.ts";
import { setting } from "#db/schema/portals.ts";
import { prospect } from "#db/schema/prospects.ts";
import { registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { gatheredAt, gatheredName } from "#lib/prospects/queries.ts";
import { heldBy } from "#lib/sales/queries.ts";

const positionName = "prospects-position";
const atOnce = 1_000;
/** Older than this, and somebody looks: everything is looked through anew. */
const freshMs = 15 * 60_000;
const pauseMs = 10_000;

/** On the way of a page that shows prospects: nobody who looks sees what is much older than a quarter of an hour. */
export async function keepFresh(): Promise<void> {
  const at = await gatheredAt(db);
  if (at === null || now() - at > freshMs) await transaction(gatherSoon);
}

/** However often it is asked for, it is done once, and not at once again. */
export async function gatherSoon(tx: Db): Promise<void> {
  const at = (await gatheredAt(tx)) ?? 0;
  const waitMs = Math.min(pauseMs, Math.max(0, at + pauseMs - now()));
  const runAt = Date.now() + waitMs;
  await enqueue(tx, "gather-prospects", {}, { queue: "prospects", key: "gather-prospects", runAt });
}

/**
 * Goes through the domains of all contacts and forms in their order, some in each transaction, and goes on where it was. One
 * pass serves every portal: the index has the portals of a domain beside each other, and a save of a contact costs nothing.
 */
export async function gatherProspects(): Promise<void> {
  while (await transaction(gatherSome));
}

/** Answers whether there is more. */
async function gatherSome(tx: Db): Promise<boolean> {
  const [at] = await tx.select({ value: setting.value }).from(setting).where(eq(setting.name, positionName));
  const from = at?.value ?? "";
  const to = await endOf(tx, from);
  const seen = await seenBetween(tx, { from, to });
  const known = await tx.select().from(prospect).where(between(prospect.key, { from, to }));
  const before = new Map(known.map((row) => [heldBy(row.portalId, row.key), row]));
  const changed = seen.filter((row) => !isSame(before.get(heldBy(row.portalId, row.key)), row));
  const stays = new Set(seen.map(({ portalId, key }) => heldBy(portalId, key)));
  const gone = known.filter(({ portalId, key }) => !stays.has(heldBy(portalId, key)));
  await deleteRows(
    tx,
    prospect,
    [...changed, ...gone].map(({ key, portalId }) => ({ key, portalId })),
  );
  await insertRows(tx, prospect, changed);

  if (to !== null) await keepSetting(tx, positionName, to);
  else {
    await tx.delete(setting).where(eq(setting.name, positionName));
    await keepSetting(tx, gatheredName, String(now()));
  }
  return to !== null;
}

type Range = { from: string; to: string | null };

/** A key so far on that there is some work up to it; null when the rest is less. */
async function endOf(tx: Db, from: string): Promise<string | null> {
  const [[one], [other]] = [
    await tx
      .select({ key: contact.domainKey })
      .from(contact)
      .where(gt(contact.domainKey, from))
      .orderBy(asc(contact.domainKey))
      .limit(1)
      .offset(atOnce),
    await tx
      .select({ key: formDomain.key })
      .from(formDomain)
      .where(gt(formDomain.key, from))
      .orderBy(asc(formDomain.key))
      .limit(1)
      .offset(atOnce),
  ];
  const ends = [one, other].flatMap((row) => row?.key ?? []).toSorted();
  return ends[0] ?? null;
}

function between(
  key: typeof contact.domainKey | typeof formDomain.key | typeof prospect.key,
  { from, to }: Range,
): SQL | undefined {
  return and(gt(key, from), to === null ? undefined : lte(key, to));
}

type Row = typeof prospect.$inferSelect;

/** What portals have seen of the domains in a range, without what they hold themselves. */
async function seenBetween(tx: Db, range: Range): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const row of [...(await contactsBetween(tx, range)), ...(await visitsBetween(tx, range))]) {
    const place = heldBy(row.portalId, row.key);
    const other = rows.get(place);
    const lastSeenAt = Math.max(row.lastSeenAt, other?.lastSeenAt ?? 0);
    rows.set(place, { ...row, contacts: row.contacts + (other?.contacts ?? 0), lastSeenAt });
  }
  return [...rows.values()];
}

async function contactsBetween(tx: Db, range: Range): Promise<Row[]> {
  // Ids only grow: the newest contact of a domain is the last that was seen.
  const seen = tx
    .select({
      key: sql<string>`${contact.domainKey}`.as("seen_key"),
      portalId: sql<number>`${contact.portalId}`.mapWith(Number).as("seen_portal"),
      contacts: sql<number>`count(*)`.mapWith(Number).as("seen_contacts"),
      newest: sql<number>`max(${contact.id})`.mapWith(Number).as("seen_newest"),
    })
    .from(contact)
    .where(between(contact.domainKey, range))
    .groupBy(contact.domainKey, contact.portalId)
    .as("seen");
  const rows = await tx
    .select({ key: seen.key, portalId: seen.portalId, contacts: seen.contacts, lastSeenAt: contact.createdAt })
    .from(seen)
    .innerJoin(contact, eq(contact.id, seen.newest))
    .where(isNotOwn(tx, seen));
  return rows.map((row) => ({ ...row, visits: 0 }));
}

async function visitsBetween(tx: Db, range: Range): Promise<Row[]> {
  const rows = await tx
    .select()
    .from(formDomain)
    .where(and(between(formDomain.key, range), isNotOwn(tx, formDomain)));
  return rows.map((row) => ({ ...row, contacts: 0 }));
}

function isNotOwn(tx: Db, { key, portalId }: { key: SQLWrapper; portalId: SQLWrapper }): SQL {
  return notExists(
    tx
      .select({ id: registration.id })
      .from(registration)
      // Spelled out, so that the index of the active ones answers.
      .where(and(eq(registration.key, key), inForce, eq(registration.portalId, portalId))),
  );
}

function isSame(one: Row | undefined, other: Row): boolean {
  return one?.contacts === other.contacts && one.visits === other.visits && one.lastSeenAt === other.lastSeenAt;
}

async function keepSetting(tx: Db, name: string, value: string): Promise<void> {
  await tx.insert(setting).values({ name, value }).onConflictDoUpdate({ target: setting.name, set: { value } });
}
