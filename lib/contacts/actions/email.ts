"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { optOut } from "#lib/contacts/commands/opt-out.ts";
import { requireMember } from "#lib/portals/queries.ts";

const OptOut = z.object({
  // No contact has 0: what cannot be read is answered like a contact that is not there.
  contactId: z.coerce.number().int().positive().catch(0),
  optedOut: z.enum(["0", "1"]),
  reason: z.string().max(5_000).catch(""),
});

/** "Opt Out of Email", and back. */
export async function optOutAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const { optedOut, ...asked } = OptOut.parse(Object.fromEntries(form));
  const done = await transaction((tx) => optOut(tx, member, { ...asked, optedOut: optedOut === "1" }));
  const told = optedOut === "1" ? "opted-out" : "opted-in";
  redirect(`/contacts/${asked.contactId}?saved=${done.ok ? told : done.no}`);
}
