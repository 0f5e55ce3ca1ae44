"use server";

import { revalidatePath } from "next/cache.js";
import { redirect } from "next/navigation.js";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { DomainKey, Reason } from "#lib/sales/asked.ts";
import { excludeDomain, readmitDomain } from "#lib/sales/commands/not-pursued.ts";

const Exclude = z.object({
  key: DomainKey,
  why: z.enum(["own-domain", "competitor", "free-mail", "disposable-mail", "reserved"]),
  reason: Reason,
});
const Readmit = z.object({ key: DomainKey, reason: Reason });

export type ListState = { problem: "incomplete" | "domain-unreadable" | "not-on-the-list" | null; reason: string };

/** Puts a domain on the not-pursued list. */
export async function excludeDomainAction(_before: ListState, form: FormData): Promise<ListState> {
  const actor = await requireChannelManager();
  const asked = Exclude.safeParse(Object.fromEntries(form));
  if (!asked.success) return { problem: "incomplete", reason: "" };
  const { key: website, why, reason: because } = asked.data;
  const done = await transaction((tx) => excludeDomain(tx, actor, { website, why, reason: because }));
  if (!done.ok) return { problem: done.no === "reason-missing" ? "incomplete" : done.no, reason: because };
  return backTo(done.value.key, "not-pursued");
}

/** Takes a domain off the not-pursued list. */
export async function readmitDomainAction(_before: ListState, form: FormData): Promise<ListState> {
  const actor = await requireChannelManager();
  const asked = Readmit.safeParse(Object.fromEntries(form));
  if (!asked.success) return { problem: "incomplete", reason: "" };
  const done = await transaction((tx) => readmitDomain(tx, actor, asked.data));
  if (!done.ok) return { problem: done.no === "reason-missing" ? "incomplete" : done.no, reason: asked.data.reason };
  return backTo(done.value.key, "pursued-again");
}

function backTo(key: string, done: string): never {
  revalidatePath("/domains", "layout");
  redirect(`/domains/${key}?done=${done}`);
}
