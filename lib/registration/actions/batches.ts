"use server";

import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { startBatch } from "#lib/registration/commands/batch.ts";
import { withdrawRequest } from "#lib/registration/commands/request-registration.ts";
import { Selection } from "#lib/registration/selection.ts";
import { goTo } from "#lib/go-to.ts";
import { readJson } from "#lib/read-json.ts";

const Start = z.object({
  selection: z.string().max(200_000).transform(readJson).pipe(Selection),
  outcomes: z.array(z.enum(["ready", "lacks-data", "registered"])).min(1),
});

export type StartState = { problem: "nothing-ticked" | null };

/** After the dry run: asks for those of the selection whose boxes are ticked. Works without JavaScript. */
export async function startBatchAction(_before: StartState, form: FormData): Promise<StartState> {
  const member = await requireMember();
  const asked = Start.safeParse({ selection: form.get("selection"), outcomes: form.getAll("outcomes") });
  if (!asked.success) return { problem: "nothing-ticked" };

  const { selection, outcomes } = asked.data;
  const batchId = await transaction((tx) => startBatch(tx, member, { ...selection, outcomes }));
  return goTo(`/requests/${batchId}`);
}

// No contact has 0: what cannot be read is answered like a request that is not open.
const ContactId = z.coerce.number().int().positive().catch(0);

/** Takes back the open request of a contact (event E3), from the page of all requests. */
export async function withdrawRequestAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactId = ContactId.parse(form.get("contactId"));
  const withdrawn = await transaction((tx) => withdrawRequest(tx, member, contactId));
  goTo(`/requests?withdrawn=${withdrawn.ok ? withdrawn.value.receipt : "no"}`);
}
