import type { Db } from "#db/client.ts";
import { lockTogether } from "#db/locks.ts";
import { deleteRows, insertNew, insertRows } from "#db/rows.ts";
import { together } from "#db/together.ts";
import { listMember, listMove } from "#db/schema/lists.ts";
import { resizeLists } from "#lib/lists/commands/sizes.ts";
import type { Subject } from "#lib/lists/holds.ts";
import { type Affected, concerns, meet, type Move, movesOf, partsBetween, type RuledList } from "#lib/lists/moves.ts";
import type { Turnover } from "#lib/lists/partner-lists.ts";
import { formsByContact, listsByContact } from "#lib/lists/queries/beside.ts";
import { listsInForce, type ListsInForce } from "#lib/lists/queries/ruled-lists.ts";
import { contactsLock } from "#lib/portals/commands/hold-contacts.ts";

/** A contact before and after; null is one that is not there. */
export type SubjectChange = { contactId: number; before: Subject | null; after: Subject | null };

/** Who moved contacts in and out, and when (ms since 1970). */
export type Mover = { who: string; at: number };

/**
 * Nobody changes the portals' own lists and properties until the transaction ends: those in force are read after it. Always in
 * one order, so that two transactions never wait for each other.
 */
export async function holdLists(tx: Db, portalIds: readonly number[]): Promise<void> {
  for (const portalId of portalIds.toSorted((a, b) => a - b)) await lockTogether(tx, contactsLock(portalId));
}

/** Puts contacts that have changed into and out of the portal's own lists, in the transaction that changes them. */
export async function followChanges(
  tx: Db,
  { hasOwn, ruled }: ListsInForce,
  { changes, ...mover }: Mover & { changes: readonly SubjectChange[] },
): Promise<void> {
  if (!hasOwn) return;
  const concerned = changes.flatMap(({ contactId, before, after }) => {
    const changed = before === null || after === null ? ("new" as const) : partsBetween(before, after);
    const asks = after === null || ruled.some(({ watches }) => concerns(changed, watches));
    return asks ? [{ contactId, subject: after, changed, moved: new Set<number>() }] : [];
  });
  await move(tx, movesOf(ruled, await withBeside(tx, ruled, concerned)), mover);
}

/** Contacts that joined or left some lists by hand or by a day that began: lists that name those lists follow. */
export async function followMoves(
  tx: Db,
  portalId: number,
  { moves, subjects, ...mover }: Mover & { moves: readonly Move[]; subjects: ReadonlyMap<number, Subject> },
): Promise<void> {
  await move(tx, moves, mover);
  const { ruled } = await listsInForce(tx, portalId);
  const byContact = Map.groupBy(moves, ({ contactId }) => contactId);
  const concerned = [...byContact].flatMap(([contactId, own]) => {
    const subject = subjects.get(contactId);
    const moved = new Set(own.map(({ listId }) => listId));
    const isNamed = ruled.some(({ names }) => meet(moved, names));
    return subject === undefined || !isNamed ? [] : [{ contactId, subject, changed: new Set<string>(), moved }];
  });
  await move(tx, movesOf(ruled, await withBeside(tx, ruled, concerned)), mover);
}

async function withBeside(
  tx: Db,
  ruled: readonly RuledList[],
  contacts: readonly Omit<Affected, "beside">[],
): Promise<Affected[]> {
  const ids = contacts.map(({ contactId }) => contactId);
  const lists = await listsByContact(tx, ids);
  const asksForms = ruled.some(({ watches }) => watches.has("conversions"));
  const forms = asksForms ? await formsByContact(tx, ids) : new Map<number, Set<string>>();
  const none = new Set<never>();
  return contacts.map((contact) => ({
    ...contact,
    beside: { lists: lists.get(contact.contactId) ?? none, forms: forms.get(contact.contactId) ?? none },
  }));
}

/** Members, log and sizes, together. */
async function move(tx: Db, moves: readonly Move[], { who, at }: Mover): Promise<void> {
  if (moves.length === 0) return;
  const joined = moves.filter((each) => each.joined);
  const left = moves.filter((each) => !each.joined);
  const members = joined.map(({ listId, contactId }) => ({ listId, contactId, since: at }));
  const gone = left.map(({ listId, contactId }) => ({ listId, contactId }));
  const logged = moves.map((each) => ({ ...each, at, who }));
  await together(
    () => insertRows(tx, listMember, members),
    () => deleteRows(tx, listMember, gone),
    () => insertNew(tx, listMove, logged),
  );
  await resizeLists(tx, turnoverByList(moves));
}

function turnoverByList(moves: readonly Move[]): Map<number, Turnover> {
  const byList = new Map<number, Turnover>();
  for (const { listId, joined } of moves) {
    const turnover = byList.get(listId) ?? { joined: 0, left: 0 };
    turnover[joined ? "joined" : "left"] += 1;
    byList.set(listId, turnover);
  }
  return byList;
}
