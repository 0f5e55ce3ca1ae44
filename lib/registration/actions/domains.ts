"use server";

import { revalidatePath } from "next/cache.js";
import { notFound, redirect } from "next/navigation.js";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { requireChannelManager, requireMember } from "#lib/portals/queries.ts";
import { releaseRegistrations, revokeRegistration } from "#lib/registration/commands/release.ts";
import {
  acceptTransfer,
  approveTransfer,
  declineTransfer,
  offerTransfer,
} from "#lib/registration/commands/transfer.ts";
import { unwatchDomain, watchDomain } from "#lib/registration/commands/watch.ts";
import { DomainKey, Reason } from "#lib/sales/asked.ts";

const OfDomain = z.object({ key: DomainKey });
const Because = z.string().trim().max(500).catch("");
const Offer = z.object({ key: DomainKey, toPortal: z.coerce.number().int().positive(), reason: Because });
const OfTransfer = z.object({ key: DomainKey, id: z.coerce.number().int().positive(), reason: Because });
const Revoke = z.object({ key: DomainKey, reason: Reason });

type Problem = "no-hub-id" | "not-yours" | "no-such-portal" | "already-offered" | "locked" | null;
export type OfferState = { problem: Problem; typed: string; reason: string };

/** Gives a domain of the portal up, at once (event E11). */
export async function releaseDomainAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { key } = parsed(OfDomain, form);
  const reason = Because.parse(form.get("reason"));
  const { released } = await transaction((tx) => releaseRegistrations(tx, member, { keys: [key], reason }));
  backTo(key, released.length === 0 ? "not-yours" : "released");
}

/** Offers a domain of the portal to another one, by Hub ID (event E12). */
export async function offerTransferAction(_before: OfferState, form: FormData): Promise<OfferState> {
  const member = await requireMember();
  const asked = Offer.safeParse(Object.fromEntries(form));
  const typed = { typed: textOf(form, "toPortal"), reason: textOf(form, "reason") };
  if (!asked.success) return { ...typed, problem: "no-hub-id" };
  const offered = await transaction((tx) => offerTransfer(tx, member, asked.data));
  return offered.ok ? backTo(asked.data.key, "offered") : { ...typed, problem: offered.no };
}

export async function acceptTransferAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { key, id } = parsed(OfTransfer, form);
  const accepted = await transaction((tx) => acceptTransfer(tx, member, id));
  backTo(key, accepted.ok ? "accepted" : accepted.no);
}

/** The other side says no, or the offering one takes the offer back. */
export async function declineTransferAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { key, id, reason } = parsed(OfTransfer, form);
  const declined = await transaction((tx) => declineTransfer(tx, member, { id, reason }));
  backTo(key, declined.ok ? declined.value.state : "not-open");
}

export async function watchDomainAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { key } = parsed(OfDomain, form);
  const watched = await transaction((tx) => watchDomain(tx, member, key));
  backTo(key, watched.ok ? "watched" : "not-taken");
}

export async function unwatchDomainAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { key } = parsed(OfDomain, form);
  await transaction((tx) => unwatchDomain(tx, member, key));
  backTo(key, "unwatched");
}

export type RevokeState = { problem: "incomplete" | "not-held" | null; reason: string };

/** The channel manager takes a registration back (event E13). */
export async function revokeRegistrationAction(_before: RevokeState, form: FormData): Promise<RevokeState> {
  const actor = await requireChannelManager();
  const asked = Revoke.safeParse(Object.fromEntries(form));
  const typed = { reason: textOf(form, "reason") };
  if (!asked.success) return { ...typed, problem: "incomplete" };
  const revoked = await transaction((tx) => revokeRegistration(tx, actor, asked.data));
  if (!revoked.ok) return { ...typed, problem: revoked.no === "not-held" ? "not-held" : "incomplete" };
  return toSales(`/domains/${asked.data.key}?done=revoked`);
}

export async function approveTransferAction(form: FormData): Promise<void> {
  const actor = await requireChannelManager();
  const { id } = parsed(OfTransfer, form);
  const approved = await transaction((tx) => approveTransfer(tx, actor, id));
  toSales(`/domains/transfers?done=${approved.ok ? "transfer-approved" : approved.no}`);
}

export async function refuseTransferAction(form: FormData): Promise<void> {
  const actor = await requireChannelManager();
  const { id, reason } = parsed(OfTransfer, form);
  const refused = await transaction((tx) => declineTransfer(tx, actor, { id, reason }));
  toSales(`/domains/transfers?done=${refused.ok ? "transfer-refused" : "not-accepted"}`);
}

/** What our own forms cannot send is answered like a page that is not there. */
function parsed<Schema extends z.ZodType>(schema: Schema, form: FormData): z.output<Schema> {
  const asked = schema.safeParse(Object.fromEntries(form));
  return asked.success ? asked.data : notFound();
}

function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value.slice(0, 500) : "";
}

/** The list sizes in the frame follow too. */
function backTo(key: string, done: string): never {
  revalidatePath("/", "layout");
  redirect(`/registration/${key}?done=${done}`);
}

function toSales(path: string): never {
  revalidatePath("/domains", "layout");
  redirect(path);
}
