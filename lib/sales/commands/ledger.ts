import type { Db } from "#db/client.ts";
import { advance } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { event } from "#db/schema/sales.ts";
import { now } from "#lib/clock.ts";
import { type ChainedEvent, placeOf } from "#lib/sales/chain.ts";
import { chainEnd } from "#lib/sales/commands/chain-end.ts";
import { digest } from "#lib/sales/commands/digest.ts";
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
export type Ledger = {
  record: (entry: LedgerEntry) => number;
  /** What was recorded so far. */
  lines: readonly Pick<ChainedEvent, "kind" | "key" | "contactId">[];
  close: () => Promise<void>;
};

type EventRow = ChainedEvent & { link: string };

/**
 * Opens the record for this transaction. Until it ends nobody else writes into it, so a lower number was always asked
 * earlier, and is on disk before a higher one is given out. `close` writes what was recorded.
 */
export async function openLedger(tx: Db): Promise<Ledger> {
  const last = await advance(tx, "registry", 0);
  const at = now();
  const entries: EventRow[] = [];
  return {
    lines: entries,
    record({ portalId = null, contactId = null, before = null, after = null, ...entry }) {
      const number = last + entries.length + 1;
      entries.push({ number, at, portalId, contactId, before, after, link: "", ...entry });
      return number;
    },
    async close() {
      if (entries.length === 0) return;
      await advance(tx, "registry", entries.length);
      await chain(tx, entries);
      await insertRows(tx, event, entries);
    },
  };
}

/** Gives every event its link: to the one before it, and to the one before it of the same domain. */
async function chain(tx: Db, entries: EventRow[]): Promise<void> {
  const keys = [...new Set(entries.map(({ key }) => key))];
  const end = await chainEnd(tx, keys, entries[0]?.number ?? 1);
  for (const entry of entries) {
    const previous = { inLog: end.inLog, ofKey: end.ofKey.get(entry.key) ?? "" };
    entry.link = placeOf(digest, end.secret, { event: entry, previous }).link;
    end.inLog = entry.link;
    end.ofKey.set(entry.key, entry.link);
  }
}
