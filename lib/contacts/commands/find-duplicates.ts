import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { duplicate, duplicateSearch, notDuplicate } from "#db/schema/duplicates.ts";
import { portal } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { readEmails, readNames, type Seen } from "#lib/contacts/commands/read-alike.ts";
import { among } from "#lib/contacts/queries/duplicates.ts";
import { enqueue } from "#lib/jobs/commands.ts";

type Search = typeof duplicateSearch.$inferSelect;

const fromTheBeginning = { place: "", placeId: 0 };

/** Begins a search for duplicates in a portal; the worker does the looking. One that runs begins anew. */
export async function searchDuplicates(tx: Db, portalId: number): Promise<void> {
  const [run = 0] = await newIds(tx, 1);
  const fresh = { run, stage: "email", ...fromTheBeginning, groups: 0, startedAt: now() } as const;
  await tx
    .insert(duplicateSearch)
    .values({ portalId, ...fresh, shownRun: null, shownGroups: 0, shownAt: null })
    .onConflictDoUpdate({ target: duplicateSearch.portalId, set: fresh });
  const options = { queue: `duplicates:${portalId}`, key: `find-duplicates:${portalId}` };
  await enqueue(tx, "find-duplicates", { portalId }, options);
}

/** Once a night, in every portal. */
export async function searchEverywhere(tx: Db): Promise<void> {
  const portals = await tx.select({ hubId: portal.hubId }).from(portal).where(gt(portal.contacts, 1));
  for (const { hubId } of portals) await searchDuplicates(tx, hubId);
}

/**
 * Looks through the portal's contacts by e-mail and by name, some in each transaction, so that others come in between and a
 * restart goes on where it was. What an earlier search has found is shown until this one is through.
 */
export async function findDuplicates(portalId: number): Promise<void> {
  while (await transaction((tx) => step(tx, portalId)));
}

/** Answers whether there is more to do. */
async function step(tx: Db, portalId: number): Promise<boolean> {
  const ofPortal = eq(duplicateSearch.portalId, portalId);
  const [search] = await keeping(tx.select().from(duplicateSearch).where(ofPortal), duplicateSearch.portalId);
  if (search === undefined || search.stage === "done") return false;
  const next = await nextOf(tx, search);
  await tx.update(duplicateSearch).set(next).where(ofPortal);
  return true;
}

async function nextOf(tx: Db, search: Search): Promise<Partial<Search>> {
  switch (search.stage) {
    case "email": {
      const { seen, behind } = await readEmails(tx, search);
      await note(tx, search, seen);
      return behind ?? { stage: "name", ...fromTheBeginning };
    }
    case "name": {
      const { seen, behind } = await readNames(tx, search);
      await note(tx, search, seen);
      return behind ?? { stage: "tidy", ...fromTheBeginning };
    }
    case "tidy":
      return tidy(tx, search);
    case "sweep":
    case "done":
      return { stage: (await sweep(tx, search)) ? "sweep" : "done" };
  }
}

// More than these nobody would look through one by one.
const mostInGroup = 100;

/** Adds contacts to the groups of those that read alike. */
async function note(tx: Db, { portalId, run }: Search, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return;
  const byKey = Map.groupBy(seen, ({ kind, key }) => `${kind} ${key}`);
  const rows = await tx
    .select()
    .from(duplicate)
    .where(among(duplicate, eq(duplicate.run, run), [...new Set(seen.map(({ key }) => key))]));
  const known = new Map(rows.map((row) => [`${row.kind} ${row.key}`, row]));
  const ids = await newIds(tx, byKey.size);
  const fresh: (typeof duplicate.$inferInsert)[] = [];
  for (const [spelled, alike] of byKey) {
    const before = known.get(spelled);
    const [first] = alike;
    if (first === undefined) continue;
    const contacts = [...new Set([...(before?.contacts ?? []), ...alike.map(({ id }) => id)])].slice(0, mostInGroup);
    if (before === undefined) {
      fresh.push({ id: ids[fresh.length] ?? 0, portalId, run, kind: first.kind, key: first.key, contacts });
    } else if (contacts.length > before.contacts.length) {
      await tx.update(duplicate).set({ contacts }).where(eq(duplicate.id, before.id));
    }
  }
  await insertRows(tx, duplicate, fresh);
}

const atOnce = 500;

/** Takes out whoever reads like nobody else, and those of whom somebody has said that they are not one. */
async function tidy(tx: Db, search: Search): Promise<Partial<Search>> {
  const { portalId, run, placeId, groups } = search;
  const rows = await tx
    .select()
    .from(duplicate)
    .where(and(eq(duplicate.portalId, portalId), eq(duplicate.run, run), gt(duplicate.id, placeId)))
    .orderBy(asc(duplicate.id))
    .limit(atOnce);
  const apart = await toldApart(tx, portalId, rows);
  const gone = rows.filter((row) => row.contacts.length < 2 || row.contacts.every((id) => apart(row).has(id)));
  await remove(
    tx,
    gone.map(({ id }) => id),
  );
  const found = groups + rows.length - gone.length;
  if (rows.length === atOnce) return { placeId: rows.at(-1)?.id ?? placeId, groups: found };
  return { stage: "sweep", ...fromTheBeginning, groups: found, shownRun: run, shownGroups: found, shownAt: now() };
}

type Group = Pick<typeof duplicate.$inferSelect, "kind" | "key">;

async function toldApart(
  tx: Db,
  portalId: number,
  groups: readonly Group[],
): Promise<(group: Group) => ReadonlySet<number>> {
  if (groups.length === 0) return () => new Set();
  const keys = groups.map(({ key }) => key);
  const rows = await tx
    .select()
    .from(notDuplicate)
    .where(among(notDuplicate, eq(notDuplicate.portalId, portalId), keys));
  const known = new Map(rows.map(({ kind, key, contacts }) => [`${kind} ${key}`, new Set(contacts)]));
  return ({ kind, key }) => known.get(`${kind} ${key}`) ?? new Set();
}

/** Takes away some of what earlier searches found; answers whether there may be more. */
async function sweep(tx: Db, { portalId, run }: Search): Promise<boolean> {
  const rows = await tx
    .select({ id: duplicate.id })
    .from(duplicate)
    .where(and(eq(duplicate.portalId, portalId), ne(duplicate.run, run)))
    .limit(atOnce);
  await remove(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length === atOnce;
}

async function remove(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(duplicate).where(inArray(duplicate.id, [...ids]));
}
