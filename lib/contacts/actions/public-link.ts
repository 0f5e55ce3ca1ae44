"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { transaction } from "#db/transaction.ts";
import { makeLink, revokeLink } from "#lib/contacts/commands/public-link.ts";
import { requireMember } from "#lib/portals/queries.ts";

// No contact has 0: what cannot be read is answered like a contact that is not there.
const Id = z.coerce.number().int().positive().catch(0);

/** Makes the public URL of a contact, or another one in its place. */
export async function makeLinkAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const asked = { contactId: Id.parse(form.get("contactId")), days: Number(form.get("days")) };
  const made = await transaction((tx) => makeLink(tx, member, asked));
  redirect(`/contacts/${asked.contactId}?view=public${made.ok ? "&saved=link-made" : ""}`);
}

export async function revokeLinkAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactId = Id.parse(form.get("contactId"));
  const revoked = await transaction((tx) => revokeLink(tx, member, contactId));
  redirect(`/contacts/${contactId}?view=public${revoked.ok ? "&saved=link-revoked" : ""}`);
}
