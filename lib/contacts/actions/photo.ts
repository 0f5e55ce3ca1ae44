"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { removePhoto } from "#lib/contacts/commands/photo.ts";
import { requireMember } from "#lib/portals/queries.ts";

// An upload goes to /api/contacts/[id]/photo: what an action may bring ends at 1 MB.

export async function removePhotoAction(form: FormData): Promise<void> {
  const member = await requireMember();
  // No contact has 0: what cannot be read is answered like a contact that is not there.
  const contactId = z.coerce.number().int().positive().catch(0).parse(form.get("contactId"));
  const removed = await transaction((tx) => removePhoto(tx, member, contactId));
  redirect(`/contacts/${contactId}${removed.ok ? "?saved=photo-removed" : ""}`);
}
