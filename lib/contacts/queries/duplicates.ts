import { and, asc, eq, gt, inArray, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { duplicate, duplicateSearch, type notDuplicate } from "#db/schema/duplicates.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { type Kind, type Likeness, likenessesOf, readsLike } from "#lib/contacts/duplicates.ts";
import type { ContactRow } from "#lib/contacts/queries/contacts-page.ts";
import type { Actor } from "#lib/portals/actor.ts";

type Alike = Omit<ContactRow, "lifecycleStage" | "domainKey" | "createdOn">;

/** Contacts that may be one, whom to keep first: whoever is Registered, then the oldest. `more` were left out. */
export type Group = { id: number; kind: Kind; contacts: Alike[]; more: number };

export type DuplicatesPage = {
  groups: Group[];
  next: number | null;
  /** When they were found (ms since 1970), and how many; null before the first search was through. */
  found: { at: number; groups: number } | null;
  searching: boolean;
};

const pageSize = 25;
const mostShown = 10;

/** The groups of the last search, a page by key; those that are alike no more are left out. */
export async function duplicatesPage(actor: Actor, after: number): Promise<DuplicatesPage> {
  const { portalId } = actor;
  const [search] = await db.select().from(duplicateSearch).where(eq(duplicateSearch.portalId, portalId));
  const searching = search !== undefined && search.stage !== "done" && search.stage !== "sweep";
  if (search === undefined || search.shownRun === null) return { groups: [], next: null, found: null, searching };
  const rows = await db
    .select()
    .from(duplicate)
    .where(and(eq(duplicate.portalId, portalId), eq(duplicate.run, search.shownRun), gt(duplicate.id, after)))
    .orderBy(asc(duplicate.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const contacts = await contactsAmong(
    portalId,
    page.flatMap((row) => row.contacts.slice(0, mostShown)),
  );
  const groups = page.map((row) => {
    const alike = row.contacts.slice(0, mostShown).flatMap((id) => contacts.get(id) ?? []);
    const shown = alike.filter((each) => readsLike(each, row)).toSorted(whomToKeep);
    return { id: row.id, kind: row.kind, contacts: shown, more: Math.max(0, row.contacts.length - mostShown) };
  });
  return {
    groups: groups.filter((group) => group.contacts.length > 1),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    found: { at: search.shownAt ?? search.startedAt, groups: search.shownGroups },
    searching,
  };
}

/** Rows of these keys; both kinds are named, so that the index finds each of them. */
export function among(
  of: typeof duplicate | typeof notDuplicate,
  which: SQL,
  keys: readonly string[],
): SQL | undefined {
  return and(which, inArray(of.kind, ["email", "name"]), inArray(of.key, [...keys]));
}

type Stored = Awaited<ReturnType<typeof rowsAmong>>[number];

async function contactsAmong(portalId: number, ids: readonly number[]): Promise<Map<number, Stored>> {
  const rows = ids.length === 0 ? [] : await rowsAmong(portalId, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

function rowsAmong(portalId: number, ids: readonly number[]) {
  const { id, name, email, emailKey, company, createdAt, status, openKind, expires, shortfalls, lapsedOn } = contact;
  return db
    .select({ id, name, email, emailKey, company, createdAt, status, openKind, expires, shortfalls, lapsedOn })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.id, [...new Set(ids)])));
}

function whomToKeep(one: Stored, other: Stored): number {
  const registered = Number(other.status === "REGISTERED") - Number(one.status === "REGISTERED");
  return registered || one.createdAt - other.createdAt || one.id - other.id;
}

/** Contacts that this one may be the same as, by the last search. */
export async function looksLike(actor: Actor, known: Contact): Promise<{ id: number; name: string }[]> {
  const likenesses: Likeness[] = likenessesOf(known);
  const [search] = await db.select().from(duplicateSearch).where(eq(duplicateSearch.portalId, actor.portalId));
  if (search?.shownRun == null || likenesses.length === 0) return [];
  const keys = likenesses.map(({ key }) => key);
  const groups = await db
    .select()
    .from(duplicate)
    .where(among(duplicate, eq(duplicate.run, search.shownRun), keys));
  const own = groups.filter((group) => group.contacts.includes(known.id) && readsLike(known, group));
  const others = own.flatMap((group) => group.contacts.slice(0, mostShown)).filter((id) => id !== known.id);
  const contacts = await contactsAmong(actor.portalId, others);
  const alike = own.flatMap((group) => [...contacts.values()].filter((each) => readsLike(each, group)));
  return [...new Set(alike)].map(({ id, name }) => ({ id, name }));
}
