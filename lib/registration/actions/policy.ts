"use server";

import { revalidatePath } from "next/cache.js";
import { redirect } from "next/navigation.js";
import { z } from "zod";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { requireChannelManager } from "#lib/portals/queries.ts";
import { changePolicy } from "#lib/registration/commands/change-policy.ts";
import { fieldsTyped, readPolicy } from "#lib/registration/policy-form.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { Reason } from "#lib/sales/asked.ts";

const PutInForce = z.object({ expected: z.coerce.number().int().positive(), reason: Reason });

/** Puts the simulated settings in force. A refusal leads back to the simulation, which then shows what is in force by now. */
export async function changePolicyAction(form: FormData): Promise<void> {
  const actor = await requireChannelManager();
  const current = await policyInForce(db);
  const read = (name: string) => textOf(form, name);
  const [asked, policy] = [PutInForce.safeParse(Object.fromEntries(form)), readPolicy(read, current)];
  const back = new URLSearchParams({ simulate: "1", ...fieldsTyped(read, current) });
  if (!asked.success || !policy.ok) return redirect(`/policy?${back.toString()}&problem=reason-missing`);

  const { settings } = policy;
  const changed = await transaction((tx) => changePolicy(tx, actor, { ...asked.data, settings }));
  // The vendor's name stands on every page.
  revalidatePath("/", "layout");
  redirect(changed.ok ? `/policy?done=${changed.value.version}` : `/policy?${back.toString()}&problem=${changed.no}`);
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" ? value : undefined;
}
