"use server";

import { revalidatePath } from "next/cache.js";
import { redirect } from "next/navigation.js";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { AccountName, DomainKey, Reason } from "#lib/sales/asked.ts";

const Start = z.object({ key: DomainKey, account: AccountName, reason: Reason });
const End = z.object({ key: DomainKey, reason: Reason });

type Problem = "incomplete" | "domain-unreadable" | "already-pursued" | "not-pursued" | "held";
/** What was typed comes back; `until` is the last day of whoever holds the domain. */
export type PursuitState = { problem: Problem | null; until: string; account: string; reason: string };

/** The vendor asks for a domain. It is decided by the sync, in order of receipt. */
export async function startPursuitAction(_before: PursuitState, form: FormData): Promise<PursuitState> {
  const actor = await requireChannelManager();
  const asked = Start.safeParse(Object.fromEntries(form));
  const typed = { until: "", account: textOf(form, "account"), reason: textOf(form, "reason") };
  if (!asked.success) return { ...typed, problem: "incomplete" };

  const { key: website, ...pursuit } = asked.data;
  const started = await transaction((tx) => startPursuit(tx, actor, { website, ...pursuit }));
  if (started.ok) return backTo(`/domains/${started.value.key}?done=pursuit-requested`);
  if (started.no === "held") return { ...typed, problem: "held", until: started.until };
  return { ...typed, problem: started.no === "reason-missing" ? "incomplete" : started.no };
}

export async function endPursuitAction(_before: PursuitState, form: FormData): Promise<PursuitState> {
  const actor = await requireChannelManager();
  const asked = End.safeParse(Object.fromEntries(form));
  const typed = { until: "", account: "", reason: textOf(form, "reason") };
  if (!asked.success) return { ...typed, problem: "incomplete" };

  const ended = await transaction((tx) => endPursuit(tx, actor, asked.data));
  if (!ended.ok) return { ...typed, problem: ended.no === "reason-missing" ? "incomplete" : ended.no };
  return backTo(`/domains/${asked.data.key}?done=pursuit-ended`);
}

/** For the whole program. */
export async function pauseSyncAction(): Promise<void> {
  const actor = await requireChannelManager();
  await transaction((tx) => pauseSync(tx, actor, { portalId: null, paused: true }));
  backTo("/domains");
}

export async function resumeSyncAction(): Promise<void> {
  const actor = await requireChannelManager();
  await transaction((tx) => pauseSync(tx, actor, { portalId: null, paused: false }));
  backTo("/domains?done=sync-resumed");
}

function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === "string" ? value.slice(0, 500) : "";
}

function backTo(path: string): never {
  revalidatePath("/domains", "layout");
  redirect(path);
}
