import type { ContactChange } from "#lib/contacts/commands/store-contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Ledger } from "#lib/sales/commands/ledger.ts";

/**
 * Puts on record what an edit or a deletion took from contacts: their place on a registration, or the answer they had
 * or waited for (events E19 and E21). The ledger was opened before the contacts were locked, in the order in which the sync does it.
 */
export function recordMoves(ledger: Ledger, who: string, changes: readonly ContactChange[]): void {
  for (const { before, after } of changes) {
    if (before === null || !hadAnswer(before)) continue;
    const { id: contactId, portalId, domainKey: key, status, expires } = before;
    const line = { who, key, portalId, contactId, before: { status, expires } };
    if (after === null) ledger.record({ kind: "deleted", ...line });
    else if (after.domainKey !== key) ledger.record({ kind: "detached", ...line, after: { key: after.domainKey } });
  }
}

/** Whether the record tells of how the contact stands, or waits. */
export function hadAnswer({ status, lapsedOn, openRequest }: Contact): boolean {
  return status !== "" || lapsedOn !== "" || openRequest !== null;
}
