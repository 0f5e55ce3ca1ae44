import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows, updateRows } from "#db/rows.ts";
import { conversion } from "#db/schema/contacts.ts";
import { contactMerge } from "#db/schema/endings.ts";
import { request } from "#db/schema/registration.ts";
import { buryContacts } from "#lib/contacts/commands/bury.ts";
import { hadAnswer } from "#lib/contacts/commands/record-moves.ts";
import { announceContacts } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { leaveGroups } from "#lib/contacts/commands/tell-apart.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { changeMembers, staticListsAmong, staticListsOf } from "#lib/lists/commands/static-members.ts";
import { mergedContact } from "#lib/contacts/merged.ts";
import { wasOf } from "#lib/contacts/was.ts";
import { countOutcomes } from "#lib/registration/commands/count-outcomes.ts";
import { bringContacts, type Desk, openDesk } from "#lib/registration/commands/desk.ts";
import type { RequestRow } from "#lib/registration/commands/next-requests.ts";
import { wakeSync } from "#lib/registration/commands/open-request.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** `chosen` are the properties of which the other one's value is wanted. */
type Merge = { survivorId: number; otherId: number; chosen?: readonly string[] };

/**
 * Two contacts of the portal become one (event E22). The survivor keeps what it has and takes what it lacks; on the same
 * domain the attachment and the earliest receipt are kept, and one request stays open. What is left of the other is a
 * tombstone with its values, which keeps no e-mail out. The survivor takes its place in static lists. What it was before is
 * kept, so that `undoMerge` can take it back; answers its number.
 */
export async function mergeContacts(
  tx: Db,
  actor: Actor,
  { survivorId, otherId, chosen = [] }: Merge,
): Promise<Result<{ id: number; merge: number }, "contact-not-found" | "same-contact">> {
  if (survivorId === otherId) return no("same-contact");
  const desk = await openDesk(tx);
  await bringContacts(desk, [survivorId, otherId]);
  const [survivor, other] = [desk.contacts.get(survivorId)?.before, desk.contacts.get(otherId)?.before];
  if (survivor?.portalId !== actor.portalId || other?.portalId !== actor.portalId) return no("contact-not-found");

  const whole = mergedContact(survivor, other, new Set(chosen));
  const { after, given, goesOn } = await withOneRequest(desk, whole, { survivor, other });
  const lists = await staticListsOf(tx, otherId);
  await takeOut(desk, { other, after }, actor.name);
  // One after the other: a contact has one open request at any moment.
  await updateRows(tx, request, given);
  await updateRows(tx, request, goesOn);
  await countOutcomes(tx, given);
  const merge = await keepMerge(desk, actor, { survivor, other, after, lists });
  await tx.update(conversion).set({ contactId: survivorId }).where(eq(conversion.contactId, otherId));
  await storeContacts(tx, { source: "person", who: actor.name, at: desk.at }, [{ before: survivor, after }]);
  for (const listId of lists) await changeMembers(tx, actor, { listId, contactIds: [survivorId], join: true });
  await leaveGroups(tx, other);
  if (after.trigger !== null) await announceContacts(tx, actor.portalId);
  // Whoever stood behind a request that is given up may be next.
  await wakeSync(tx, [...new Set([after.domainKey, ...given.map(({ key }) => key)])]);
  await desk.ledger.close();
  return yes({ id: survivorId, merge });
}

/** The other goes first: its e-mail may be the survivor's now, and a portal has an address once. */
async function takeOut(desk: Desk, { other, after }: { other: Contact; after: Contact }, who: string): Promise<void> {
  const { id: contactId, portalId, domainKey: key } = other;
  await buryContacts(desk.tx, [other], { who, at: desk.at, keepsOut: "nobody", mergedInto: after.id });
  await storeContacts(desk.tx, { source: "person", who, at: desk.at }, [{ before: other, after: null }]);
  // On the survivor's own record, with how it stands from now on.
  const { status, message, expires, lapsedOn, openRequest, openKind } = after;
  desk.ledger.record({
    kind: "merged",
    who,
    key,
    portalId,
    contactId: after.id,
    before: { contact: contactId, status: other.status, expires: other.expires },
    after: { key: after.domainKey, status, message, expires, lapsedOn, openRequest, openKind },
  });
  // And on its own record, since it may come back and be asked about its past.
  if (!hadAnswer(other)) return;
  desk.ledger.record({
    kind: "merged",
    who,
    key,
    portalId,
    contactId,
    before: { contact: contactId, status: other.status, expires: other.expires },
    after: { into: after.id },
  });
}

type Made = { survivor: Contact; other: Contact; after: Contact; lists: readonly number[] };

/** What undoing needs: the survivor as it was, and all that came over to it. */
async function keepMerge(desk: Desk, actor: Actor, { survivor, other, after, lists }: Made): Promise<number> {
  const { tx, at } = desk;
  const [id = 0] = await newIds(tx, 1);
  const before = { values: survivor.values, was: wasOf(survivor, []) };
  const moved = await tx.select({ id: conversion.id }).from(conversion).where(eq(conversion.contactId, other.id));
  const own = (await staticListsAmong(tx, [survivor.id])).get(survivor.id) ?? [];
  const pair = { survivorId: survivor.id, otherId: other.id, portalId: survivor.portalId };
  const kept = { conversions: moved.map((row) => row.id), lists: lists.filter((listId) => !own.includes(listId)) };
  await insertRows(tx, contactMerge, [{ id, ...pair, ...kept, at, who: actor.name, before, after: after.values }]);
  return id;
}

type Pair = { survivor: Contact; other: Contact };

/** Of two open requests for one domain the earlier goes on, by hand if either was; one for another domain is withdrawn. */
async function withOneRequest(
  desk: Desk,
  whole: Contact,
  { survivor, other }: Pair,
): Promise<{ after: Contact; given: RequestRow[]; goesOn: RequestRow[] }> {
  const receipts = [survivor.openRequest, other.openRequest].flatMap((receipt) => receipt ?? []);
  if (receipts.length === 0) return { after: whole, given: [], goesOn: [] };
  const open = await desk.tx.select().from(request).where(inArray(request.receipt, receipts));
  const sorted = open.toSorted((a, b) => a.receipt - b.receipt);
  const kept =
    sorted.find(({ key }) => key === whole.domainKey) ?? sorted.find(({ contactId }) => contactId === survivor.id);
  const given = sorted.filter((row) => row !== kept).map((row) => givenUp(desk, row));
  if (kept === undefined) return { after: { ...whole, openRequest: null, openKind: null }, given, goesOn: [] };

  const byHand = sorted.find((row) => row.kind === "manual" && row.key === kept.key);
  const kind = byHand === undefined ? ("automatic" as const) : ("manual" as const);
  const goesOn = [{ ...kept, kind, who: (byHand ?? kept).who, contactId: survivor.id }];
  return { after: { ...whole, openRequest: kept.receipt, openKind: kind }, given, goesOn };
}

function givenUp(desk: Desk, row: RequestRow): RequestRow {
  const { key, portalId, contactId, receipt, who } = row;
  desk.ledger.record({ kind: "withdrawn", who, key, portalId, contactId, before: { receipt } });
  return { ...row, state: "withdrawn", decidedAt: desk.at };
}
