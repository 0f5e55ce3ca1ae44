import { type Desk, grant } from "#lib/registration/commands/desk.ts";
import type { RequestRow } from "#lib/registration/commands/next-requests.ts";

/** The vendor's own turn: it stands in the same queue as everyone, and never takes a domain that is held (E14, E14b). */
export function servePursuit(desk: Desk, asked: RequestRow): RequestRow {
  const { key, receipt, who } = asked;
  const holding = desk.holdings.get(key);
  const done = { ...asked, state: "done" as const, pickedUpAt: desk.at, decidedAt: desk.at };

  if (holding !== undefined) {
    desk.ledger.record({ kind: "pursuit-refused", who, key, after: { receipt, heldUntil: holding.expires } });
    return { ...done, outcome: "held" };
  }
  const account = asked.note?.["account"] ?? "";
  const reason = asked.note?.["reason"] ?? "";
  grant(desk, { key, portalId: null, expires: "", account, reason });
  desk.ledger.record({ kind: "pursuit-started", who, key, after: { receipt, account, reason } });
  return { ...done, outcome: "pursued" };
}
