import type { Db } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { request } from "#db/schema/registration.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { RequestRow } from "#lib/registration/commands/next-requests.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Ledger } from "#lib/sales/commands/ledger.ts";

export type Asking = { kind: "manual" | "automatic"; who: string; at: number; batchId?: number | null };

/** Opens a request for a contact that has none open, and gives out its receipt. */
export function openRequest(
  ledger: Ledger,
  contact: Contact,
  { kind, who, at, batchId = null }: Asking,
): { row: RequestRow; contact: Contact } {
  const { id: contactId, portalId, domainKey: key } = contact;
  const receipt = ledger.record({ kind: "requested", who, key, portalId, contactId, after: { kind } });
  const row: RequestRow = { ...undecided, receipt, portalId, contactId, kind, key, who, batchId, requestedAt: at };
  return { row, contact: { ...contact, openRequest: receipt, openKind: kind } };
}

export const undecided = {
  state: "open",
  outcome: null,
  findings: null,
  note: null,
  policyVersion: null,
  suffixList: null,
  pickedUpAt: null,
  decidedAt: null,
} as const;

export async function insertRequests(tx: Db, rows: readonly RequestRow[]): Promise<void> {
  await insertRows(tx, request, rows);
}

/** Wakes the sync: for one domain in that domain's own queue, for many at once. */
export async function wakeSync(tx: Db, keys: readonly string[]): Promise<void> {
  const [key, ...others] = keys;
  if (key === undefined) return;
  if (others.length > 0 || key === "") await enqueue(tx, "settle", {}, { queue: "sync", key: "settle" });
  else await enqueue(tx, "settle", { key }, { queue: `domain:${key}`, key: `settle:${key}` });
}
