"use server";

import { notFound } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { BulkChange } from "#lib/bulk/change.ts";
import { cancelBulk, startBulk, type StartRefused } from "#lib/bulk/commands/start-bulk.ts";
import { undoBulk } from "#lib/bulk/commands/undo-bulk.ts";
import { ContactSelection } from "#lib/contacts/selection.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { goTo } from "#lib/go-to.ts";
import { readJson } from "#lib/read-json.ts";

const Start = z.object({
  change: z.string().max(400_000).transform(readJson).pipe(BulkChange),
  selection: z.string().max(200_000).transform(readJson).pipe(ContactSelection),
  expected: z.coerce.number().int().min(0),
  registered: z.enum(["left-alone", "included"]).catch("left-alone"),
});

export type StartState = { problem: StartRefused | "unreadable" | null };

/** After the dry run: starts what was looked at. Works without JavaScript. */
export async function startBulkAction(_before: StartState, form: FormData): Promise<StartState> {
  const member = await requireMember();
  const asked = Start.safeParse(Object.fromEntries(form));
  if (!asked.success) return { problem: "unreadable" };

  const { change, registered, ...rest } = asked.data;
  const meant = "registered" in change ? { ...change, registered } : change;
  const started = await startBulk(member, { change: meant, ...rest });
  if (!started.ok) return { problem: started.no };
  return goTo(`/bulk/${started.value.id}`);
}

// No change has 0: what cannot be read is answered like one that is not there.
const ChangeId = z.coerce.number().int().positive().catch(0);

export async function cancelBulkAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const id = ChangeId.parse(form.get("changeId"));
  const done = await transaction((tx) => cancelBulk(tx, member, id));
  if (!done.ok && done.no === "change-not-found") notFound();
  goTo(done.ok ? `/bulk/${id}` : `/bulk/${id}?told=${done.no}`);
}

export async function undoBulkAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const id = ChangeId.parse(form.get("changeId"));
  const done = await transaction((tx) => undoBulk(tx, member, id));
  if (!done.ok && done.no === "change-not-found") notFound();
  goTo(done.ok ? `/bulk/${id}` : `/bulk/${id}?told=${done.no}`);
}
