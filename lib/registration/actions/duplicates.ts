"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { searchDuplicates } from "#lib/contacts/commands/find-duplicates.ts";
import { tellApart } from "#lib/contacts/commands/tell-apart.ts";
import { requireMember } from "#lib/portals/queries.ts";

const Id = z.coerce.number().int().nonnegative().catch(0);

/** Looks through the portal's contacts again. */
export async function searchDuplicatesAction(): Promise<void> {
  const member = await requireMember();
  await transaction((tx) => searchDuplicates(tx, member.portalId));
  redirect("/contacts/duplicates?done=searching");
}

/** These contacts are not one; the page stays where it was. */
export async function tellApartAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const told = await transaction((tx) => tellApart(tx, member, Id.parse(form.get("group"))));
  const parameters = { done: told.ok ? "apart" : "gone", after: String(Id.parse(form.get("after"))) };
  redirect(`/contacts/duplicates?${new URLSearchParams(parameters).toString()}`);
}
