import type { Contact } from "#lib/contacts/contact.ts";
import { explains } from "#lib/registration/machine.ts";
import type { Asking, Ownership, States, View } from "#lib/registration/machine/states.ts";
import type { Ledger } from "#lib/sales/commands/ledger.ts";
import type { Holding } from "#lib/sales/queries.ts";

const viewOf: Readonly<Record<Contact["status"], View>> = {
  "": "blank",
  REGISTERED: "registered",
  UNAVAILABLE: "unavailable",
  INVALID_DATA: "invalid",
};

/** What lies on the desk when it is closed. */
type Moved = {
  ledger: Ledger;
  contacts: ReadonlyMap<number, { before: Contact; after: Contact }>;
  granted: readonly Holding[];
  changed: ReadonlyMap<number, Holding>;
};

/**
 * Throws where something at the desk moved as the machine does not know, or as the log does not tell: a fault of ours, that
 * must not be stored.
 */
export function assertLawful(desk: Moved): void {
  const told = toldBy(desk);
  for (const { before, after } of desk.contacts.values()) {
    if (before.status === after.status && before.openKind === after.openKind) continue;
    const kinds = [...(told.ofContact.get(before.id) ?? []), ...(told.ofKey.get(before.domainKey) ?? [])];
    assertMove(kinds, "view", [viewOf[before.status], viewOf[after.status]]);
    assertMove(kinds, "asking", [askingOf(before), askingOf(after)]);
  }
  for (const holding of desk.granted) {
    assertMove(told.ofKey.get(holding.key) ?? [], "ownership", ["free", ownershipOf(holding)]);
  }
  for (const holding of desk.changed.values()) {
    const before = holding.portalId === null ? "pursued" : "held";
    assertMove(told.ofKey.get(holding.key) ?? [], "ownership", [before, ownershipOf(holding)]);
  }
}

/** What the log tells of each contact, and of each domain. */
type Told = { ofContact: Map<number, string[]>; ofKey: Map<string, string[]> };

function toldBy({ ledger }: Moved): Told {
  const told: Told = { ofContact: new Map(), ofKey: new Map() };
  for (const { kind, key, contactId } of ledger.lines) {
    add(told.ofKey, key, kind);
    if (contactId !== null) add(told.ofContact, contactId, kind);
  }
  return told;
}

// Pushed, not copied: this is on the way of every decision.
function add<Key>(told: Map<Key, string[]>, of: Key, kind: string): void {
  const known = told.get(of);
  if (known === undefined) told.set(of, [kind]);
  else known.push(kind);
}

function assertMove<Of extends keyof States>(
  kinds: readonly string[],
  of: Of,
  [from, to]: readonly [States[Of], States[Of]],
): void {
  if (from === to && of !== "ownership") return;
  if (kinds.some((kind) => explains(kind, of, [from, to]))) return;
  throw new Error(`Nothing explains this move in ${of}: ${from} → ${to}, told: ${kinds.join(", ") || "nothing"}`);
}

function askingOf({ openKind }: Contact): Asking {
  return openKind ?? "nothing";
}

function ownershipOf({ state, portalId }: Holding): Ownership {
  if (state !== "active") return state;
  return portalId === null ? "pursued" : "held";
}
