import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { updateRows } from "#db/rows.ts";
import { isOpen } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { tombstone } from "#db/schema/endings.ts";
import { request } from "#db/schema/registration.ts";
import { registration } from "#db/schema/sales.ts";
import { hadAnswer } from "#lib/contacts/commands/record-moves.ts";
import { announceContacts } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { type Contact, emailKeyOf, unregistered } from "#lib/contacts/contact.ts";
import { asItWas } from "#lib/contacts/was.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { countOutcomes } from "#lib/registration/commands/count-outcomes.ts";
import { closeDesk, type Desk, layOut, openDesk } from "#lib/registration/commands/desk.ts";
import { lapseAt } from "#lib/registration/commands/lapse.ts";
import { assertLawful } from "#lib/registration/commands/lawful.ts";
import { wakeSync } from "#lib/registration/commands/open-request.ts";
import { withdrawn } from "#lib/registration/commands/serve-contact.ts";

export type Tombstone = typeof tombstone.$inferSelect;
type Restorer = Pick<Actor, "portalId" | "name">;

/** What became of each contact that was asked for, in the order of asking; the value is the contact as it is now. */
export type Restored =
  | { contactId: number; ok: true; value: Contact }
  | { contactId: number; ok: false; no: "not-deleted" | "forgotten" | "merged" }
  | { contactId: number; ok: false; no: "email-taken"; by: number };

/**
 * Brings deleted contacts of the portal back under their old ids, at most some hundred at a time. One whose registration still
 * runs is attached to it again; any other is blank and looked at again. Static lists are joined again.
 */
export async function restoreContacts(tx: Db, actor: Restorer, contactIds: readonly number[]): Promise<Restored[]> {
  const asked = [...new Set(contactIds)];
  const stones = await tombstonesAmong(tx, actor.portalId, asked);
  await lapseAt(
    tx,
    [...stones.values()].map((stone) => asItWas(stone).domainKey),
  );
  const desk = await openDesk(tx);
  const taken = await emailsTaken(tx, actor.portalId, [...stones.values()]);
  const back: Tombstone[] = [];
  const refused = new Map<number, Restored>();
  for (const contactId of asked) {
    const stone = stones.get(contactId);
    const refusal = refusalOf(contactId, stone, taken);
    if (refusal !== null) refused.set(contactId, refusal);
    if (refusal !== null || stone === undefined) continue;
    back.push(stone);
    taken.set(emailOf(stone), contactId);
  }
  const restored = await bringBack(desk, actor, back);
  await closeDesk(desk);
  return asked.flatMap((contactId) => {
    const value = restored.get(contactId);
    return value === undefined ? (refused.get(contactId) ?? []) : { contactId, ok: true, value };
  });
}

export async function tombstonesAmong(
  tx: Db,
  portalId: number,
  ids: readonly number[],
): Promise<Map<number, Tombstone>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(tombstone)
    .where(and(eq(tombstone.portalId, portalId), inArray(tombstone.contactId, [...ids])));
  return new Map(rows.map((row) => [row.contactId, row]));
}

/** Who has these e-mails now. */
async function emailsTaken(tx: Db, portalId: number, stones: readonly Tombstone[]): Promise<Map<string, number>> {
  const emails = stones.map(emailOf).filter((email) => email !== "");
  if (emails.length === 0) return new Map();
  const rows = await tx
    .select({ id: contact.id, emailKey: contact.emailKey })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.emailKey, emails)));
  return new Map(rows.map(({ id, emailKey }) => [emailKey, id]));
}

// A tombstone that blocks no e-mail has it among its values all the same.
function emailOf({ values }: Tombstone): string {
  return emailKeyOf(values["email"] ?? "");
}

function refusalOf(
  contactId: number,
  stone: Tombstone | undefined,
  taken: ReadonlyMap<string, number>,
): Restored | null {
  if (stone === undefined) return { contactId, ok: false, no: "not-deleted" };
  if (stone.forgottenAt !== null) return { contactId, ok: false, no: "forgotten" };
  if (stone.mergedInto !== null) return { contactId, ok: false, no: "merged" };
  const by = emailOf(stone) === "" ? undefined : taken.get(emailOf(stone));
  return by === undefined ? null : { contactId, ok: false, no: "email-taken", by };
}

/** Puts contacts back that may come back, at a desk whose lapsed registrations have ended; by id, as they are now. */
export async function bringBack(
  desk: Desk,
  actor: Restorer,
  stones: readonly Tombstone[],
): Promise<Map<number, Contact>> {
  if (stones.length === 0) return new Map();
  const were = stones.map(asItWas);
  await layOut(desk, { contactIds: [], keys: were.map(({ domainKey }) => domainKey) });
  const lapsed = await lapsedAmong(desk.tx, were);
  await withdrawLeft(
    desk,
    were.map(({ id }) => id),
  );
  const changes = were.map((was) => ({ before: null, was, after: standingNow(desk, was, lapsed) }));
  for (const { was, after } of changes) if (hadAnswer(was) || hadAnswer(after)) recordReturn(desk, actor, after);
  assertReturnLawful(desk, changes);

  const ids = changes.map(({ after }) => after.id);
  await desk.tx.delete(tombstone).where(inArray(tombstone.contactId, ids));
  await storeContacts(desk.tx, { source: "person", who: actor.name, at: desk.at }, changes);
  await joinAgain(desk.tx, actor, stones);
  await announceContacts(desk.tx, actor.portalId);
  return new Map(changes.map(({ after }) => [after.id, after]));
}

/** Registered where its registration still stands for it (I2), with the last day of today; else blank, to be looked at again. */
export function standingNow(desk: Desk, was: Contact, lapsed: ReadonlyMap<number, string>): Contact {
  const holding = desk.holdings.get(was.domainKey);
  const back = { ...was, openRequest: null, openKind: null, version: was.version + 1 };
  const runs = holding?.id === was.registrationId && holding?.portalId === was.portalId;
  if (was.status === "REGISTERED" && holding !== undefined && runs) return { ...back, expires: holding.expires };
  const lapsedOn = was.lapsedOn || (lapsed.get(was.registrationId ?? 0) ?? "");
  return { ...back, ...unregistered, lapsedOn, trigger: "repaired" };
}

/** The last days of those of their registrations that ran out meanwhile. */
export async function lapsedAmong(tx: Db, were: readonly Contact[]): Promise<Map<number, string>> {
  const ids = were.flatMap(({ registrationId }) => registrationId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: registration.id, expires: registration.expires })
    .from(registration)
    .where(and(inArray(registration.id, ids), eq(registration.state, "expired")));
  return new Map(rows.map(({ id, expires }) => [id, expires]));
}

/** A request that was open when its contact went, and that the sync has not come to yet, is not taken up again. */
async function withdrawLeft(desk: Desk, contactIds: readonly number[]): Promise<void> {
  const open = await desk.tx
    .select()
    .from(request)
    .where(and(inArray(request.contactId, [...contactIds]), isOpen));
  const gone = open.map((row) => withdrawn(desk, row));
  await updateRows(desk.tx, request, gone);
  await countOutcomes(desk.tx, gone);
  await wakeSync(desk.tx, [...new Set(gone.map(({ key }) => key))]);
}

function recordReturn(desk: Desk, { name: who }: Restorer, after: Contact): void {
  const { id: contactId, portalId, domainKey: key, status, message, expires, lapsedOn } = after;
  desk.ledger.record({
    kind: "restored",
    who,
    key,
    portalId,
    contactId,
    after: { status, message, expires, lapsedOn },
  });
}

function assertReturnLawful({ ledger }: Desk, changes: readonly { after: Contact }[]): void {
  const moves = changes.map(({ after }) => ({ before: { ...after, ...unregistered }, after }));
  const contacts = new Map(moves.map((move) => [move.after.id, move]));
  assertLawful({ ledger, contacts, granted: [], changed: new Map() });
}

async function joinAgain(tx: Db, actor: Restorer, stones: readonly Tombstone[]): Promise<void> {
  const places = stones.flatMap(({ contactId, was }) => (was?.lists ?? []).map((listId) => ({ listId, contactId })));
  for (const [listId, some] of Map.groupBy(places, (place) => place.listId)) {
    const contactIds = some.map(({ contactId }) => contactId);
    await changeMembers(tx, actor, { listId, contactIds, join: true });
  }
}
