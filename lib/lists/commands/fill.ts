import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockTogether } from "#db/locks.ts";
import { isAmong } from "#db/ask.ts";
import { lockRows } from "#db/rows.ts";
import { contact } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { followMoves } from "#lib/lists/commands/members.ts";
import type { Move } from "#lib/lists/moves.ts";
import { asked } from "#lib/lists/queries/asked.ts";
import { membersAmong } from "#lib/lists/queries/beside.ts";
import { listsInForce } from "#lib/lists/queries/ruled-lists.ts";
import { contactsLock } from "#lib/portals/commands/hold-contacts.ts";

const atOnce = 500;

/**
 * Asks every contact of the portal whether it belongs to the list, some in each transaction, so that others come in between
 * and a restart goes on where it was. Contacts that change meanwhile are asked by their own change. Yields the id it has come to.
 */
export async function* fillInSteps(listId: number): AsyncGenerator<number> {
  for (;;) {
    const filledTo = await transaction((tx) => fillSome(tx, listId));
    if (filledTo === null) return;
    yield filledTo;
  }
}

/** Answers how far it has come; null when every contact has been asked, or there is nothing to ask. */
async function fillSome(tx: Db, listId: number): Promise<number | null> {
  const [of] = await tx.select({ portalId: list.portalId }).from(list).where(eq(list.id, listId));
  if (of === undefined) return null;
  const { portalId } = of;
  // Before the place is read: whoever changes the rule begins anew, and must not be overwritten.
  await lockTogether(tx, contactsLock(portalId));
  const [filling] = await tx.select().from(list).where(eq(list.id, listId));
  if (filling === undefined || filling.filledTo === null || filling.archivedAt !== null) return null;
  const { filledTo, who } = filling;
  const ids = await nextIds(tx, portalId, filledTo);
  await lockRows(tx, contact, ids);
  const moves = await movesAmong(tx, { listId, portalId }, ids);
  await followMoves(tx, portalId, { moves, subjects: await subjectsOf(tx, moves), who, at: now() });

  const last = ids.length < atOnce ? null : (ids.at(-1) ?? null);
  await tx.update(list).set({ filledTo: last }).where(eq(list.id, listId));
  return last;
}

async function nextIds(tx: Db, portalId: number, after: number): Promise<number[]> {
  const rows = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), gt(contact.id, after)))
    .orderBy(asc(contact.id))
    .limit(atOnce);
  return rows.map(({ id }) => id);
}

async function movesAmong(
  tx: Db,
  { listId, portalId }: { listId: number; portalId: number },
  ids: readonly number[],
): Promise<Move[]> {
  const { ruled } = await listsInForce(tx, portalId);
  const question = ruled.find(({ id }) => id === listId)?.question;
  if (question === undefined || ids.length === 0) return [];
  const members = await membersAmong(tx, listId, ids);
  const rows = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), isAmong(contact.id, ids), asked(question)));
  const matching = new Set(rows.map(({ id }) => id));
  return ids
    .filter((id) => matching.has(id) !== members.has(id))
    .map((contactId) => ({ listId, contactId, joined: matching.has(contactId) }));
}

/** The contacts that move, as rules look at them. */
export async function subjectsOf(tx: Db, moves: readonly Pick<Move, "contactId">[]) {
  if (moves.length === 0) return new Map();
  const ids = moves.map(({ contactId }) => contactId);
  const rows = await tx.select().from(contact).where(isAmong(contact.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}
