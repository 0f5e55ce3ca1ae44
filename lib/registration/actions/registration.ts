"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { requireAdmin, requireMember } from "#lib/portals/queries.ts";
import { pauseSync, syncNow } from "#lib/registration/commands/pause.ts";
import { requestRegistration, withdrawRequest } from "#lib/registration/commands/request-registration.ts";

const Save = z.object({
  contactId: z.coerce.number().int().positive(),
  action: z.enum(["", "REQUEST_REGISTRATION"]),
});

type Answer = Awaited<ReturnType<typeof requestRegistration | typeof withdrawRequest>>;

/** Save on the panel of the seed's 3b: Request Registration asks, blank takes an open request back. Needs no JavaScript. */
export async function saveRegistrationAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = Save.safeParse({ contactId: form.get("contactId"), action: form.get("action") });
  if (!asked.success) notFound();
  const { contactId, action } = asked.data;
  const saved = await transaction<Answer>((tx) =>
    action === "" ? withdrawRequest(tx, member, contactId) : requestRegistration(tx, member, contactId),
  );
  // The sizes around the page have changed too.
  revalidatePath("/", "layout");
  if (!saved.ok && saved.no === "contact-not-found") redirect("/contacts");
  redirect(`/contacts/${contactId}?saved=${saved.ok ? saved.value.receipt : saved.no}`);
}

/** Anyone of the portal may run a paused sync by hand (decision D13). */
export async function syncNowAction(): Promise<void> {
  const member = await requireMember();
  await transaction((tx) => syncNow(tx, member));
  revalidatePath("/", "layout");
  redirect("/settings?done=synced");
}

/** Pauses or resumes the sync of the member's own portal; an admin's affair. */
export async function pauseSyncAction(form: FormData): Promise<void> {
  const member = await requireAdmin();
  const paused = form.get("paused") === "1";
  await transaction((tx) => pauseSync(tx, member, { portalId: member.portalId, paused }));
  redirect(`/settings?done=${paused ? "paused" : "resumed"}`);
}
