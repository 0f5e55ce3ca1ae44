"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { giveUp } from "#lib/notices/commands/give-up.ts";
import { plannedRenewals } from "#lib/notices/queries/chosen.ts";
import { mostChosen, readIds } from "#lib/notices/span.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { startBatch } from "#lib/registration/commands/batch.ts";
import { registryToday } from "#lib/registration/queries.ts";
import { goTo } from "#lib/go-to.ts";

const Ids = z
  .string()
  .max(16 * mostChosen)
  .transform(readIds);

/** After the preview: asks again for each of the domains, through one contact of it. The page of the batch shows the rest. */
export async function reRegisterAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const ids = Ids.safeParse(form.get("ids"));
  if (!ids.success) notFound();
  const planned = await plannedRenewals(member, ids.data, await registryToday());
  const contactIds = planned.flatMap(({ renewal }) => (renewal.comes === "renewed" ? [renewal.contact.id] : []));
  if (contactIds.length === 0) redirect("/expiring?done=nothing");

  const selection = {
    ids: contactIds,
    upTo: Math.max(...contactIds),
    outcomes: ["registered" as const, "ready" as const],
  };
  const batchId = await transaction((tx) => startBatch(tx, member, selection));
  goTo(`/requests/${batchId}`);
}

const Release = z.object({ ids: Ids, reason: z.string().trim().max(500).catch("") });

/** After the consequence was spelled out: from now on anybody may have these domains (event E11). */
export async function releaseAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = Release.safeParse({ ids: form.get("ids"), reason: form.get("reason") });
  if (!asked.success) notFound();
  const released = await giveUp(member, asked.data);
  goTo(`/expiring?done=released-${released}`);
}
