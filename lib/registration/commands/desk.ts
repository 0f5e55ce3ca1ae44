import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isAmong, keeping } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { insertRows, updateRows } from "#db/rows.ts";
import { inForce } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { transfer } from "#db/schema/registration.ts";
import { registration } from "#db/schema/sales.ts";
import { now } from "#lib/clock.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { type Contact, unregistered } from "#lib/contacts/contact.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { assertLawful } from "#lib/registration/commands/lawful.ts";
import type { Likeness } from "#lib/registration/look-alike.ts";
import type { Policy } from "#lib/registration/policy.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { type Ledger, openLedger } from "#lib/sales/commands/ledger.ts";
import { noteSharedLooks } from "#lib/sales/commands/looks.ts";
import { lookOf } from "#lib/sales/look.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";
import { heldBy, type Holding, holdingsOf, notPursuedAmong, pastHoldersOf } from "#lib/sales/queries.ts";
import { alikeTo } from "#lib/sales/queries/look-alikes.ts";

/**
 * The desk at which some domains are served: all that is known of them, read once; what is decided is laid down here and
 * stored together at the end. The ledger comes first, so that one desk is open at a time.
 */
export type Desk = {
  tx: Db;
  ledger: Ledger;
  policy: Policy;
  at: number;
  /** The registry date: the D of every message. */
  today: Day;
  contacts: Map<number, { before: Contact; after: Contact }>;
  holdings: Map<string, Holding>;
  /** When `portal key` held it last, and lost it. */
  pastHolders: Map<string, number | null>;
  whyNotPursued: (key: string) => NotPursuedReason | null;
  /** By look: what a domain can be mistaken for, itself among them. */
  alike: Map<string, Likeness[]>;
  changed: Map<number, Holding>;
  granted: Holding[];
  /** Domains whose registration ended here. */
  freed: Set<string>;
  freshIds: number[];
};

export async function openDesk(tx: Db): Promise<Desk> {
  const ledger = await openLedger(tx);
  const policy = await policyInForce(tx);
  const at = now();
  return {
    tx,
    ledger,
    policy,
    at,
    today: dayIn(policy.zone, at),
    contacts: new Map(),
    holdings: new Map(),
    pastHolders: new Map(),
    whyNotPursued: () => null,
    alike: new Map(),
    changed: new Map(),
    granted: [],
    freed: new Set(),
    freshIds: [],
  };
}

/** Lays out contacts, and the domains with whoever is attached to their registrations. */
export async function layOut(desk: Desk, asked: { contactIds: number[]; keys: string[] }): Promise<void> {
  const keys = [...new Set(asked.keys)].filter((key) => key !== "");
  desk.holdings = await holdingsOf(desk.tx, keys);
  desk.pastHolders = await pastHoldersOf(desk.tx, keys);
  desk.whyNotPursued = await notPursuedAmong(desk.tx, keys);
  desk.alike = await alikeTo(desk.tx, keys);
  desk.freshIds = await newIds(desk.tx, keys.length);

  const attached = await attachedTo(desk.tx, [...desk.holdings.values()]);
  await bringContacts(desk, [...asked.contactIds, ...attached]);
}

/** Reads contacts onto the desk and keeps them from others; those already there stay as they are. */
export async function bringContacts(desk: Desk, ids: readonly number[]): Promise<void> {
  const missing = [...new Set(ids)].filter((id) => !desk.contacts.has(id));
  if (missing.length === 0) return;
  const rows = await keeping(desk.tx.select().from(contact).where(isAmong(contact.id, missing)), contact.id);
  for (const row of rows) desk.contacts.set(row.id, { before: row, after: row });
}

async function attachedTo(tx: Db, holdings: readonly Holding[]): Promise<number[]> {
  const owned = holdings.filter(({ portalId }) => portalId !== null);
  if (owned.length === 0) return [];
  const keys = owned.map(({ key }) => key);
  const ids = owned.map(({ id }) => id);
  const rows = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(isAmong(contact.domainKey, keys), isAmong(contact.registrationId, ids)));
  return rows.map(({ id }) => id);
}

export function contactsAttached(desk: Desk, holding: Holding): Contact[] {
  return [...desk.contacts.values()].flatMap(({ after }) => (after.registrationId === holding.id ? [after] : []));
}

export function change(desk: Desk, id: number, difference: Partial<Contact>): void {
  const known = desk.contacts.get(id);
  if (known !== undefined) known.after = { ...known.after, ...difference };
}

/** A new registration of a domain, for a portal or (null) for the vendor itself. */
export function grant(
  desk: Desk,
  given: Pick<Holding, "key" | "portalId" | "expires" | "account" | "reason">,
): Holding {
  const id = desk.freshIds.shift();
  if (id === undefined) throw new Error(`no id left for a registration of ${given.key}`);
  const look = lookOf(given.key);
  const holding: Holding = { ...given, id, look, fromOn: desk.today, state: "active", endedAt: null, lockedUntil: "" };
  desk.holdings.set(holding.key, holding);
  desk.granted.push(holding);
  desk.alike.set(look, [...(desk.alike.get(look) ?? []), holding]);
  return holding;
}

export function changeHolding(desk: Desk, holding: Holding): void {
  const fresh = desk.granted.findIndex(({ id }) => id === holding.id);
  if (fresh >= 0) desk.granted[fresh] = holding;
  else desk.changed.set(holding.id, holding);
  if (holding.state === "active") {
    desk.holdings.set(holding.key, holding);
  } else {
    desk.holdings.delete(holding.key);
    desk.freed.add(holding.key);
    desk.pastHolders.set(heldBy(holding.portalId, holding.key), holding.endedAt);
  }
}

type Ending = { kind: "released" | "revoked"; who: string; reason: string };

/** Ends a registration before its last day; its contacts go blank. */
export function endHolding(desk: Desk, holding: Holding, { kind, who, reason }: Ending): void {
  const contacts = contactsAttached(desk, holding).map(({ id }) => id);
  for (const id of contacts) change(desk, id, unregistered);
  changeHolding(desk, { ...holding, state: "ended", endedAt: desk.at });
  const { id: registrationId, key, portalId, expires, account, fromOn: from } = holding;
  const before = { registration: registrationId, from, expires, account };
  desk.ledger.record({ kind, who, key, portalId, before, after: { reason, contacts } });
}

/** Stores everything that was changed at the desk; old registrations end before new ones begin. */
export async function closeDesk(desk: Desk): Promise<void> {
  assertLawful(desk);
  await updateRows(desk.tx, registration, [...desk.changed.values()]);
  await closeOffers(desk);
  await insertRows(desk.tx, registration, desk.granted);
  const shared = desk.granted.filter(({ look }) => (desk.alike.get(look) ?? []).length > 1);
  await noteSharedLooks(
    desk.tx,
    shared.map(({ look }) => look),
  );
  const changes = [...desk.contacts.values()].filter(({ before, after }) => before !== after);
  await storeContacts(desk.tx, { source: "engine", who: "Sales database sync", at: desk.at }, changes);
  const keys = [...desk.freed].filter((key) => !desk.holdings.has(key));
  if (keys.length > 0) await enqueue(desk.tx, "domains-freed", { keys });
  await desk.ledger.close();
}

/** What was offered of a registration that has ended comes to nothing: nobody is asked about it any more. */
async function closeOffers(desk: Desk): Promise<void> {
  const ended = [...desk.changed.values()].flatMap(({ id, state }) => (state === "active" ? [] : [id]));
  if (ended.length === 0) return;
  await desk.tx
    .update(transfer)
    .set({ state: "withdrawn", closedBy: "Sales database", closedAt: desk.at })
    .where(and(inArray(transfer.registrationId, ended), sql`${transfer.state} in ('offered', 'accepted')`));
}

/** The registration that is in force for a domain, read alone. */
export async function holdingOf(tx: Db, key: string): Promise<Holding | undefined> {
  const [found] = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.key, key), inForce));
  return found;
}
