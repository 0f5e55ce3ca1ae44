import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact, conversion } from "#db/schema/contacts.ts";
import { contactMerge } from "#db/schema/endings.ts";
import { now } from "#lib/clock.ts";
import { announceContacts, contactOf } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { type Contact, withValues } from "#lib/contacts/contact.ts";
import { undoableDays, valuesGivenBack } from "#lib/contacts/merged.ts";
import { asItWas } from "#lib/contacts/was.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { closeDesk, type Desk, layOut, openDesk } from "#lib/registration/commands/desk.ts";
import { lapseAt } from "#lib/registration/commands/lapse.ts";
import { assertLawful } from "#lib/registration/commands/lawful.ts";
import {
  bringBack,
  lapsedAmong,
  standingNow,
  type Tombstone,
  tombstonesAmong,
} from "#lib/registration/commands/restore.ts";
import { no, type Result, yes } from "#lib/result.ts";

type Pair = { survivorId: number; otherId: number };
type Refusal = "merge-not-found" | "undo-too-late" | "undo-email-taken";

/** All that is known of a merge that can be undone. */
type Merged = Omit<typeof contactMerge.$inferSelect, "before" | "after"> & {
  before: NonNullable<(typeof contactMerge.$inferSelect)["before"]>;
  after: NonNullable<(typeof contactMerge.$inferSelect)["after"]>;
  stone: Tombstone;
};

const dayMs = 86_400_000;

/**
 * Makes two contacts of one again: the other comes back as `restoreContacts` brings it, with its forms and lists, and the
 * survivor gives back what it took, where that still stands. Its registration it keeps, unless its domain is another again.
 */
export async function undoMerge(tx: Db, actor: Actor, mergeId: number): Promise<Result<Pair, Refusal>> {
  // The ledger first: nobody merges or restores meanwhile.
  await openDesk(tx);
  const merged = await mergeOf(tx, actor, mergeId);
  if (merged === undefined) return no("merge-not-found");
  if (merged === "too-late") return no("undo-too-late");
  const { survivorId, otherId, stone } = merged;
  const one = await contactOf(tx, actor.portalId, survivorId);
  if (one === undefined) return no("merge-not-found");
  const back = givesBack(one, merged);
  if (await areTaken(tx, [back, asItWas(stone)])) return no("undo-email-taken");

  const keys = [one.domainKey, back.domainKey, asItWas(stone).domainKey];
  await lapseAt(tx, keys);
  const desk = await openDesk(tx);
  const before = (await contactOf(tx, actor.portalId, survivorId)) ?? one;
  await layOut(desk, { contactIds: [], keys });
  await settleSurvivor(desk, actor, { before, merged });
  await tx.update(contactMerge).set({ undoneAt: desk.at }).where(eq(contactMerge.id, mergeId));
  await bringBack(desk, actor, [stone]);
  await closeDesk(desk);
  return yes({ survivorId, otherId });
}

async function mergeOf(tx: Db, actor: Actor, mergeId: number): Promise<Merged | "too-late" | undefined> {
  const [found] = await tx
    .select()
    .from(contactMerge)
    .where(and(eq(contactMerge.portalId, actor.portalId), eq(contactMerge.id, mergeId), isNull(contactMerge.undoneAt)));
  if (found === undefined) return undefined;
  const { before, after, otherId, survivorId, at } = found;
  const stone = (await tombstonesAmong(tx, actor.portalId, [otherId])).get(otherId);
  if (before === null || after === null || now() - at > undoableDays * dayMs) return "too-late";
  return stone?.mergedInto === survivorId ? { ...found, before, after, stone } : undefined;
}

/** The survivor with the values that it has once it gives back what it took. */
function givesBack(survivor: Contact, { before, after, stone }: Merged): Contact {
  const { conversions } = asItWas(stone);
  return withValues(survivor, valuesGivenBack(survivor.values, { before: before.values, after, conversions }));
}

/** Whether one of their e-mails is somebody else's by now, or the same. */
async function areTaken(tx: Db, [survivor, other]: readonly [Contact, Contact]): Promise<boolean> {
  const emails = [survivor.emailKey, other.emailKey].filter((email) => email !== "");
  if (emails.length === 0) return false;
  if (survivor.emailKey === other.emailKey) return true;
  const others = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(
      and(eq(contact.portalId, survivor.portalId), inArray(contact.emailKey, emails), ne(contact.id, survivor.id)),
    );
  return others.length > 0;
}

type Settled = { before: Contact; merged: Merged };

async function settleSurvivor(desk: Desk, actor: Actor, { before, merged }: Settled): Promise<void> {
  const { tx, at, ledger } = desk;
  const after = await afterUndoing(desk, before, merged);
  const { id: survivorId, portalId, domainKey: key } = before;
  const { status, message, expires, lapsedOn, openRequest, openKind } = after;
  ledger.record({
    kind: "unmerged",
    who: actor.name,
    key,
    portalId,
    contactId: survivorId,
    before: { contact: merged.otherId },
    after: { key: after.domainKey, status, message, expires, lapsedOn, openRequest, openKind },
  });
  assertLawful({ ledger, contacts: new Map([[survivorId, { before, after }]]), granted: [], changed: new Map() });

  const isTheirs = and(inArray(conversion.id, [...merged.conversions]), eq(conversion.contactId, survivorId));
  if (merged.conversions.length > 0) await tx.update(conversion).set({ contactId: merged.otherId }).where(isTheirs);
  await storeContacts(tx, { source: "person", who: actor.name, at }, [{ before, after }]);
  for (const listId of merged.lists) await changeMembers(tx, actor, { listId, contactIds: [survivorId], join: false });
  if (after.trigger !== null) await announceContacts(tx, portalId);
}

/** At the domain that it had before the merge, and has again, it stands as it did there: never more than what still runs. */
async function afterUndoing(desk: Desk, survivor: Contact, merged: Merged): Promise<Contact> {
  const other = asItWas(merged.stone);
  const { lists: _, ...was } = merged.before.was;
  const back = givesBack(survivor, merged);
  const sameForm = survivor.lastConversionAt === other.lastConversionAt;
  const counted = {
    ...back,
    conversions: Math.max(0, survivor.conversions - other.conversions),
    lastConversionAt: sameForm ? was.lastConversionAt : survivor.lastConversionAt,
  };
  if (back.domainKey === survivor.domainKey) return counted;

  const { status, message, expires, lapsedOn, registrationId } = was;
  const stood = { ...counted, status, message, expires, lapsedOn, registrationId };
  const stands = standingNow(desk, stood, await lapsedAmong(desk.tx, [stood]));
  const { openRequest, openKind, version } = counted;
  return { ...stands, openRequest, openKind, version, trigger: openRequest === null ? stands.trigger : "moved" };
}
