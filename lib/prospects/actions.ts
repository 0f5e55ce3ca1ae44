"use server";

import { redirect } from "next/navigation";
import { transaction } from "#db/transaction.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { gatherSoon } from "#lib/prospects/commands/gather.ts";

/** Looks through everything again, for whoever cannot wait a quarter of an hour. */
export async function gatherAction(): Promise<void> {
  await requireMember();
  await transaction(gatherSoon);
  redirect("/prospects?done=asked");
}
