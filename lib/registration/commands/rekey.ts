import { and, asc, gt, inArray } from "drizzle-orm";
import { db, type Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { updateRows } from "#db/rows.ts";
import { inForce } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { announceContacts } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { type Contact, withValues } from "#lib/contacts/contact.ts";
import { collisionsAmong, readDifferently, type Rekeyed, type RekeyPlan } from "#lib/registration/rekey.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { noteSharedLooks } from "#lib/sales/commands/looks.ts";
import { lookOf } from "#lib/sales/look.ts";

const atOnce = 500;

/** What a new suffix list or new rules would change (event E26), without changing it: the dry run of `rekey`. */
export async function planRekey(): Promise<RekeyPlan> {
  const active = await db
    .select({ id: registration.id, portalId: registration.portalId, key: registration.key })
    .from(registration)
    .where(inForce);
  const registrations = readDifferently(active.map((row) => ({ ...row, typed: row.key })));
  const held = new Map(
    active.map(({ id, portalId, key }): [string, Rekeyed] => [key, { id, portalId, from: key, to: key }]),
  );
  return { contacts: await contactsToRekey(), registrations, collisions: collisionsAmong(registrations, held) };
}

async function contactsToRekey(): Promise<Rekeyed[]> {
  const found: Rekeyed[] = [];
  for (let after = 0; ;) {
    const rows = await db
      .select({ id: contact.id, portalId: contact.portalId, key: contact.domainKey, values: contact.values })
      .from(contact)
      .where(gt(contact.id, after))
      .orderBy(asc(contact.id))
      .limit(atOnce);
    if (rows.length === 0) return found;
    found.push(...readDifferently(rows.map(({ values, ...row }) => ({ ...row, typed: values["website"] ?? "" }))));
    after = rows.at(-1)?.id ?? after;
  }
}

/**
 * Carries the plan out, some at a time and each step on record. A registration moves to its new key with its contacts; one
 * that would meet another holder, or has no key any more, stays where it is, and so do its contacts. Done twice it changes nothing.
 */
export async function rekey(who: string, reason: string): Promise<{ registrations: number; contacts: number }> {
  const plan = await planRekey();
  const stuck = new Set([
    ...plan.collisions.flatMap(({ holders }) => holders.map(({ from }) => from)),
    ...plan.registrations.flatMap(({ from, to }) => (to === "" ? [from] : [])),
  ]);
  const moving = plan.registrations.filter(({ from }) => !stuck.has(from));
  for (const some of chunks(moving)) await transaction((tx) => moveRegistrations(tx, some, { who, reason }));
  const contacts = plan.contacts.filter(({ from }) => !stuck.has(from));
  for (const some of chunks(contacts)) await transaction((tx) => moveContacts(tx, some, { who, reason }));
  return { registrations: moving.length, contacts: contacts.length };
}

type Why = { who: string; reason: string };

async function moveRegistrations(tx: Db, some: readonly Rekeyed[], { who, reason }: Why): Promise<void> {
  const ledger = await openLedger(tx);
  const rows = await tx
    .select()
    .from(registration)
    .where(
      and(
        inArray(
          registration.id,
          some.map(({ id }) => id),
        ),
        inForce,
      ),
    );
  const target = new Map(some.map(({ id, to }) => [id, to]));
  const moved = rows.map((row) => {
    const key = target.get(row.id) ?? row.key;
    return { ...row, key, look: lookOf(key) };
  });
  await updateRows(tx, registration, moved, rows);
  await noteSharedLooks(
    tx,
    moved.map(({ look }) => look),
  );
  for (const row of rows) {
    const after = { key: target.get(row.id) ?? row.key, reason };
    const { key, portalId, fromOn: from, expires, account } = row;
    ledger.record({ kind: "rekeyed", who, key, portalId, after });
    // On the record of its new domain too: what is told of a domain is told by its own lines.
    ledger.record({ kind: "rekeyed", who, key: after.key, portalId, before: { key, from, expires, account }, after });
  }
  await ledger.close();
}

async function moveContacts(tx: Db, some: readonly Rekeyed[], { who, reason }: Why): Promise<void> {
  const ledger = await openLedger(tx);
  const ids = some.map(({ id }) => id);
  const rows = await keeping(tx.select().from(contact).where(inArray(contact.id, ids)), contact.id);
  const changes = rows.map((before) => ({ before, after: underNewKey(before) }));
  await storeContacts(tx, { source: "engine", who, at: now() }, changes);
  for (const { before, after } of changes) {
    const { id: contactId, portalId, domainKey: key } = before;
    ledger.record({ kind: "rekeyed", who, key, portalId, contactId, after: { key: after.domainKey, reason } });
  }
  await ledger.close();
  for (const portalId of new Set(rows.map((row) => row.portalId))) await announceContacts(tx, portalId);
}

/** The same contact under the key of today. What was decided stays decided; an open request is asked anew by its own rule. */
function underNewKey(before: Contact): Contact {
  const read = withValues(before, before.values);
  const { status, message, expires, shortfalls, failed, registrationId, lapsedOn } = before;
  return { ...read, status, message, expires, shortfalls, failed, registrationId, lapsedOn };
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const all: Item[][] = [];
  for (let from = 0; from < items.length; from += atOnce) all.push(items.slice(from, from + atOnce));
  return all;
}
