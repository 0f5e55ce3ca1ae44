import type { Db } from "#db/client.ts";
import { advance, insertRows } from "#db/rows.ts";
import { event } from "#db/schema/sales.ts";
import { now } from "#lib/clock.ts";
import type { EventKind } from "#lib/sales/event-kind.ts";

/** One line of the append-only record: who, what, before, after. */
type LedgerEntry = {
  kind: EventKind;
  who: string;
  key: string;
  portalId?: number | null;
  contactId?: number | null;
  before?: unknown;
  after?: unknown;
};

/** The one place that gives out receipts: they are the numbers of the events that asked. */
export type Ledger = { record: (entry: LedgerEntry) => number; close: () => Promise<void> };

/**
 * Opens the record for this transaction. Until it ends nobody else writes into it, so a lower number was always asked
 * earlier, and is on disk before a higher one is given out. `close` writes what was recorded.
 */
export async function openLedger(tx: Db): Promise<Ledger> {
  const last = await advance(tx, "registry", 0);
  const at = now();
  const entries: (typeof event.$inferInsert)[] = [];
  return {
    record({ portalId = null, contactId = null, before = null, after = null, ...entry }) {
      const number = last + entries.length + 1;
      entries.push({ number, at, portalId, contactId, before, after, ...entry });
      return number;
    },
    async close() {
      if (entries.length === 0) return;
      await advance(tx, "registry", entries.length);
      await insertRows(tx, event, entries);
    },
  };
}
