"use server";

import { notFound, redirect } from "next/navigation";
import { transaction } from "#db/transaction.ts";
import { requireAdmin } from "#lib/portals/queries.ts";
import { spellReviewAddress } from "#lib/review/address.ts";
import { judge } from "#lib/review/commands/judge.ts";
import { type Left, leftOf } from "#lib/review/queries/queue.ts";
import { type Judged, Verdict } from "#lib/review/verdict.ts";
import { readVerdict, addressIn } from "#lib/review/verdict-form.ts";

/** A verdict from the desk, which goes on to the next contact by itself. */
export async function judgeAction(input: Verdict): Promise<Judged & { left: Left }> {
  const admin = await requireAdmin();
  const verdict = Verdict.parse(input);
  const judged = await transaction((tx) => judge(tx, admin, verdict));
  return { ...judged, left: await leftOf(admin) };
}

/** The same from a plain form: back to the queue, which says what became of it. */
export async function judgeFormAction(form: FormData): Promise<void> {
  const admin = await requireAdmin();
  const verdict = Verdict.safeParse(readVerdict(form));
  if (!verdict.success) notFound();
  const { done, refused } = await transaction((tx) => judge(tx, admin, verdict.data));
  const { at, ...place } = addressIn(form);
  const said = new URLSearchParams({ done: String(done.length) });
  for (const { message } of refused.slice(0, 1)) said.set("refused", message);
  const back = spellReviewAddress({ ...place, at: refused.length > 0 ? at : 0 });
  redirect(`${back}${back.includes("?") ? "&" : "?"}${said.toString()}`);
}
