import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { isOpen } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import { unregistered } from "#lib/contacts/contact.ts";
import { dayIn } from "#lib/day.ts";
import {
  bringContacts,
  change,
  changeHolding,
  closeDesk,
  holdingOf,
  openDesk,
} from "#lib/registration/commands/desk.ts";
import { undecided, wakeSync } from "#lib/registration/commands/open-request.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";
import { readDomain } from "#lib/sales/domain.ts";

export type Pursuit = { website: string; account: string; reason: string };
type Refusal = "domain-unreadable" | "reason-missing" | "already-pursued";
export type PursuitAnswer =
  | Result<{ receipt: number; key: string }, Refusal>
  | { ok: false; no: "held"; until: string };

/**
 * The vendor wants to sell to a domain itself (event E14): it draws a receipt like everyone. A domain that is held is refused
 * at once and logged, with the day until which it is held (E14b).
 */
export async function startPursuit(tx: Db, actor: Actor, pursuit: Pursuit): Promise<PursuitAnswer> {
  const domain = readDomain(pursuit.website);
  if (!domain.ok) return no("domain-unreadable");
  if (pursuit.reason.trim() === "") return no("reason-missing");

  const desk = await openDesk(tx);
  const { key } = domain;
  const holding = await holdingOf(tx, key);
  if (holding?.portalId === null || (await isWaiting(tx, key))) return no("already-pursued");
  if (holding !== undefined && holding.expires >= dayIn(desk.policy.zone, desk.at)) {
    desk.ledger.record({ kind: "pursuit-refused", who: actor.name, key, after: { heldUntil: holding.expires } });
    await desk.ledger.close();
    return { ok: false, no: "held", until: holding.expires };
  }
  const note = { account: pursuit.account.trim(), reason: pursuit.reason.trim() };
  const receipt = desk.ledger.record({ kind: "requested", who: actor.name, key, after: { kind: "pursuit", ...note } });
  const asked = { receipt, key, note, who: actor.name, requestedAt: desk.at };
  await insertRows(tx, request, [
    { ...undecided, ...asked, kind: "pursuit", portalId: null, contactId: null, batchId: null },
  ]);
  await wakeSync(tx, [key]);
  await closeDesk(desk);
  return yes({ receipt, key });
}

async function isWaiting(tx: Db, key: string): Promise<boolean> {
  const waiting = await tx
    .select({ receipt: request.receipt })
    .from(request)
    .where(and(eq(request.key, key), isOpen, eq(request.kind, "pursuit")));
  return waiting.length > 0;
}

/** The vendor gives a domain up (event E15): contacts that were Unavailable because of it may be asked for again. */
export async function endPursuit(
  tx: Db,
  actor: Actor,
  ending: { key: string; reason: string },
): Promise<Result<{ freed: number }, "not-pursued" | "reason-missing">> {
  if (ending.reason.trim() === "") return no("reason-missing");
  const desk = await openDesk(tx);
  const holding = await holdingOf(tx, ending.key);
  if (holding === undefined || holding.portalId !== null) return no("not-pursued");

  changeHolding(desk, { ...holding, state: "ended", endedAt: desk.at });
  const waiting = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.domainKey, ending.key), eq(contact.status, "UNAVAILABLE")));
  await bringContacts(
    desk,
    waiting.map(({ id }) => id),
  );
  for (const { id } of waiting) change(desk, id, unregistered);
  desk.ledger.record({
    kind: "pursuit-ended",
    who: actor.name,
    key: ending.key,
    before: { account: holding.account, from: holding.fromOn },
    after: {
      reason: ending.reason.trim(),
      availableAgain: waiting.length,
      contacts: waiting.map(({ id }) => id),
    },
  });
  await closeDesk(desk);
  return yes({ freed: waiting.length });
}
