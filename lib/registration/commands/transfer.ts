import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { keeping } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { insertRows, updateRows } from "#db/rows.ts";
import { portal } from "#db/schema/portals.ts";
import { transfer } from "#db/schema/registration.ts";
import { closeDesk, layOut, openDesk } from "#lib/registration/commands/desk.ts";
import { handOver } from "#lib/registration/commands/hand-over.ts";
import { lapse } from "#lib/registration/commands/lapse.ts";
import { hasRoom } from "#lib/registration/commands/limits.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

export type Transfer = typeof transfer.$inferSelect;

const open = ["offered", "accepted"] as const;

type Offer = { key: string; toPortal: number; reason: string };
type OfferRefusal = "not-yours" | "no-such-portal" | "already-offered" | "locked";

/** A portal offers a domain of its own to another one (event E12): nothing moves before both and the channel manager agree. */
export async function offerTransfer(
  tx: Db,
  actor: Actor,
  { key, toPortal, reason }: Offer,
): Promise<Result<{ id: number }, OfferRefusal>> {
  const desk = await openDesk(tx);
  await layOut(desk, { contactIds: [], keys: [key] });
  const holding = desk.holdings.get(key);
  if (holding?.portalId !== actor.portalId || holding.expires < desk.today) return no("not-yours");
  if (holding.lockedUntil >= desk.today) return no("locked");
  if (toPortal === actor.portalId || !(await isPartner(tx, toPortal))) return no("no-such-portal");
  const waiting = await tx
    .select({ id: transfer.id })
    .from(transfer)
    .where(and(eq(transfer.registrationId, holding.id), inArray(transfer.state, [...open])));
  if (waiting.length > 0) return no("already-offered");

  const [id = 0] = await newIds(tx, 1);
  const offered = { id, registrationId: holding.id, key, fromPortal: actor.portalId, toPortal, reason: reason.trim() };
  await insertRows(tx, transfer, [{ ...offered, state: "offered", offeredBy: actor.name, offeredAt: desk.at }]);
  const after = { transfer: id, to: toPortal, reason: reason.trim() };
  desk.ledger.record({ kind: "transfer-offered", who: actor.name, key, portalId: actor.portalId, after });
  const about = { transfer: id, from: actor.portalId };
  await leaveWord(tx, [{ portalId: toPortal, key, kind: "transfer-offered", about }]);
  await closeDesk(desk);
  return yes({ id });
}

async function isPartner(tx: Db, hubId: number): Promise<boolean> {
  const [found] = await tx.select({ kind: portal.kind }).from(portal).where(eq(portal.hubId, hubId));
  return found?.kind === "partner";
}

/** The portal to which it was offered agrees; one that may hold no more does not (rule A2). */
export async function acceptTransfer(
  tx: Db,
  actor: Actor,
  id: number,
): Promise<Result<Transfer, "not-open" | "capacity-reached">> {
  const desk = await openDesk(tx);
  const found = await openTransfer(tx, id);
  if (found?.toPortal !== actor.portalId || found.state !== "offered") return no("not-open");
  if (!(await hasRoom(tx, actor.portalId, desk.policy))) return no("capacity-reached");
  const accepted = { ...found, state: "accepted" as const, acceptedBy: actor.name, acceptedAt: desk.at };
  await updateRows(tx, transfer, [accepted]);
  const { key, toPortal: to } = found;
  desk.ledger.record({ kind: "transfer-accepted", who: actor.name, key, portalId: to, after: { transfer: id, to } });
  const about = { transfer: id, by: to };
  await leaveWord(tx, [{ portalId: found.fromPortal, key, kind: "transfer-accepted", about }]);
  await closeDesk(desk);
  return yes(accepted);
}

/** Either side, or the channel manager, says no; nothing moves. */
export async function declineTransfer(
  tx: Db,
  actor: Actor,
  { id, reason }: { id: number; reason: string },
): Promise<Result<Transfer, "not-open">> {
  const desk = await openDesk(tx);
  const found = await openTransfer(tx, id);
  const isVendor = actor.role === "channel-manager";
  if (found === undefined || !(isVendor || [found.fromPortal, found.toPortal].includes(actor.portalId)))
    return no("not-open");
  const how = actor.portalId === found.fromPortal && !isVendor ? "withdrawn" : "declined";
  const closed = { ...found, state: how, closedBy: actor.name, closedAt: desk.at } as const;
  await updateRows(tx, transfer, [closed]);
  const after = { transfer: id, how, reason: reason.trim() };
  desk.ledger.record({
    kind: "transfer-declined",
    who: actor.name,
    key: found.key,
    portalId: isVendor ? null : actor.portalId,
    after,
  });
  const about = { transfer: id, by: isVendor ? 0 : actor.portalId };
  const others = [found.fromPortal, found.toPortal].filter((portalId) => portalId !== actor.portalId);
  await leaveWord(
    tx,
    others.map((portalId) => ({ portalId, key: found.key, kind: "transfer-declined", about })),
  );
  await closeDesk(desk);
  return yes(closed);
}

/** The channel manager lets an accepted transfer through: the same last day moves over, and is locked there for 60 days. */
export async function approveTransfer(
  tx: Db,
  actor: Actor,
  id: number,
): Promise<Result<Transfer, "not-accepted" | "no-longer-held">> {
  const desk = await openDesk(tx);
  const found = await openTransfer(tx, id);
  if (found?.state !== "accepted") return no("not-accepted");
  await layOut(desk, { contactIds: [], keys: [found.key] });
  lapse(desk);
  const holding = desk.holdings.get(found.key);
  if (holding?.id !== found.registrationId) {
    await updateRows(tx, transfer, [{ ...found, state: "declined", closedBy: actor.name, closedAt: desk.at }]);
    await closeDesk(desk);
    return no("no-longer-held");
  }
  await handOver(desk, found, actor.name);
  const approved = { ...found, state: "approved" as const, closedBy: actor.name, closedAt: desk.at };
  await updateRows(tx, transfer, [approved]);
  const { fromPortal: from, toPortal: to, key } = found;
  await leaveWord(
    tx,
    [from, to].map((portalId) => ({ portalId, key, kind: "transferred", about: { transfer: id, from, to } })),
  );
  await closeDesk(desk);
  return yes(approved);
}

type Word = { portalId: number; key: string; kind: string; about: Readonly<Record<string, number>> };

/** For the bells of these portals; who tells them stands above, so it is a job. */
async function leaveWord(tx: Db, news: readonly Word[]): Promise<void> {
  await enqueue(tx, "portals-told", { news });
}

async function openTransfer(tx: Db, id: number): Promise<Transfer | undefined> {
  const isOpen = and(eq(transfer.id, id), inArray(transfer.state, [...open]));
  const [found] = await keeping(tx.select().from(transfer).where(isOpen), transfer.id);
  return found;
}
