import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockTogether } from "#db/locks.ts";
import { lockRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { list, listMember } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { subjectsOf } from "#lib/lists/commands/fill.ts";
import { followMoves } from "#lib/lists/commands/members.ts";
import { membersAmong } from "#lib/lists/queries/beside.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { contactsLock } from "#lib/portals/commands/hold-contacts.ts";
import { no, type Result, yes } from "#lib/result.ts";

type Asked = { listId: number; contactIds: readonly number[]; join: boolean };

/**
 * Puts contacts into a static list, or takes them out; who is there already, or is not the portal's, is left as it is. Answers
 * who was moved.
 */
export async function changeMembers(
  tx: Db,
  { portalId, name: who }: Pick<Actor, "portalId" | "name">,
  { listId, contactIds, join }: Asked,
): Promise<Result<{ changed: number[]; name: string }, "list-not-found" | "not-static">> {
  await lockTogether(tx, contactsLock(portalId));
  const [found] = await tx
    .select({ kind: list.kind, name: list.name })
    .from(list)
    .where(and(eq(list.portalId, portalId), eq(list.id, listId)));
  if (found === undefined) return no("list-not-found");
  if (found.kind !== "static") return no("not-static");
  const ids = await ofPortal(tx, portalId, contactIds);
  const members = await membersAmong(tx, listId, ids);
  const moves = ids
    .filter((contactId) => members.has(contactId) !== join)
    .map((contactId) => ({ listId, contactId, joined: join }));
  await followMoves(tx, portalId, { moves, subjects: await subjectsOf(tx, moves), who, at: now() });
  return yes({ changed: moves.map(({ contactId }) => contactId), name: found.name });
}

type Ticked = { contactId: number; shown: readonly number[]; ticked: readonly number[] };

/** Puts a contact into the ticked ones of the static lists that were shown, and takes it out of the others. */
export async function setStaticLists(
  tx: Db,
  actor: Pick<Actor, "portalId" | "name">,
  { contactId, shown, ticked }: Ticked,
): Promise<{ changed: number }> {
  const isIn = new Set(await staticListsOf(tx, contactId));
  const wanted = new Set(ticked);
  let changed = 0;
  for (const listId of shown) {
    if (isIn.has(listId) === wanted.has(listId)) continue;
    const moved = await changeMembers(tx, actor, { listId, contactIds: [contactId], join: wanted.has(listId) });
    changed += moved.ok ? moved.value.changed.length : 0;
  }
  return { changed };
}

/** The static lists in use that a contact is in: another one may take its place in them. */
export async function staticListsOf(tx: Db, contactId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: list.id })
    .from(listMember)
    .innerJoin(list, and(eq(list.id, listMember.listId), eq(list.kind, "static"), isNull(list.archivedAt)))
    .where(eq(listMember.contactId, contactId))
    .orderBy(asc(list.id));
  return rows.map(({ id }) => id);
}

/** The static lists, archived ones too, that each of these contacts is in. */
export async function staticListsAmong(tx: Db, contactIds: readonly number[]): Promise<Map<number, number[]>> {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: list.id, contactId: listMember.contactId })
    .from(listMember)
    .innerJoin(list, and(eq(list.id, listMember.listId), eq(list.kind, "static")))
    .where(inArray(listMember.contactId, [...contactIds]))
    .orderBy(asc(list.id));
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  return new Map([...byContact].map(([contactId, own]) => [contactId, own.map(({ id }) => id)]));
}

/** The portal's contacts among these, kept from others until the transaction ends. */
async function ofPortal(tx: Db, portalId: number, contactIds: readonly number[]): Promise<number[]> {
  if (contactIds.length === 0) return [];
  const sorted = [...new Set(contactIds)].toSorted((a, b) => a - b);
  await lockRows(tx, contact, sorted);
  const rows = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.id, sorted)));
  return rows.map(({ id }) => id);
}
