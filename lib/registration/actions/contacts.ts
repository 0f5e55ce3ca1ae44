"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { winnerField } from "#lib/contacts/winner-field.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { requireAdmin, requireMember } from "#lib/portals/queries.ts";
import { forgetContacts } from "#lib/registration/commands/forget.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { releaseRegistrations } from "#lib/registration/commands/release.ts";
import { restoreContacts } from "#lib/registration/commands/restore.ts";
import { undoMerge } from "#lib/registration/commands/undo-merge.ts";
import { restoredAt } from "#lib/registration/restored-address.ts";

// No contact has 0: what cannot be read is answered like a contact that is not there.
const Id = z.coerce.number().int().positive().catch(0);
const Release = z.string().max(253).catch("");

/** Deletes a contact and, only where it was ticked, releases the domain that it was registered with (event E21). */
export async function deleteContactAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactId = Id.parse(form.get("contactId"));
  const release = Release.parse(form.get("release"));
  await transaction(async (tx) => {
    if (release !== "") await releaseRegistrations(tx, member, { keys: [release], reason: "Its contact was deleted" });
    await deleteContact(tx, member, contactId);
  });
  revalidatePath("/", "layout");
  redirect(`/contacts?deleted=${contactId}`);
}

/** Restores deleted contacts: one whose own button was pressed, else those that were chosen. */
export async function restoreContactsAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactIds = chosenIn(form);
  const restored = await transaction((tx) => restoreContacts(tx, member, contactIds));
  revalidatePath("/", "layout");
  redirect(restoredAt(restored));
}

/** Gives deleted contacts up for good, for an admin. */
export async function forgetContactsAction(form: FormData): Promise<void> {
  const admin = await requireAdmin();
  const many = await transaction((tx) => forgetContacts(tx, admin, chosenIn(form)));
  redirect(`/contacts/deleted?${new URLSearchParams({ forgotten: String(many) }).toString()}`);
}

const mostAtOnce = 100;

function chosenIn(form: FormData): number[] {
  const only = form.get("only");
  return (only === null ? form.getAll("ids") : [only]).slice(0, mostAtOnce).map((id) => Id.parse(id));
}

/** Merges another contact into this one, with the values that were chosen (event E22). */
export async function mergeContactsAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const pair = { survivorId: Id.parse(form.get("survivorId")), otherId: Id.parse(form.get("otherId")) };
  const merged = await transaction((tx) => mergeContacts(tx, member, { ...pair, chosen: othersIn(form) }));
  revalidatePath("/", "layout");
  redirect(merged.ok ? `/contacts/${merged.value.id}?saved=merged` : "/contacts");
}

const mostProperties = 1_000;

/** The properties of which the other one's value was chosen. */
function othersIn(form: FormData): string[] {
  const others = [...form].filter(([name, value]) => name.startsWith(winnerField) && value === "other");
  return others.slice(0, mostProperties).map(([name]) => name.slice(winnerField.length));
}

/** Makes two contacts of a merged one again. */
export async function undoMergeAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const undone = await transaction((tx) => undoMerge(tx, member, Id.parse(form.get("merge"))));
  revalidatePath("/", "layout");
  const survivorId = undone.ok ? undone.value.survivorId : Id.parse(form.get("contactId"));
  redirect(`/contacts/${survivorId}?saved=${undone.ok ? "unmerged" : undone.no}`);
}
