"use server";

import { redirect } from "next/navigation";
import { transaction } from "#db/transaction.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { saveProperties, type Saved } from "#lib/contacts/commands/save-properties.ts";
import type { Edit } from "#lib/contacts/edit.ts";
import { readId } from "#lib/contacts/id.ts";
import { type Leaving, leavingDomain } from "#lib/contacts/queries/leaving-domain.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { writableProperties } from "#lib/properties/registry.ts";

/** What a form comes back with: the sentences beside their fields, and what was typed. */
export type FormState = { problems: Readonly<Record<string, string>>; given: Edit; leaving?: Leaving | null };

export async function savePropertiesAction(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const values = editOf(form);
  const contactId = readId(textOf(form, "contactId"));
  const edit = { contactId, values };
  const saved = await transaction(async (tx) => {
    const leaving = await leavingDomain(tx, member, edit);
    // Whoever has read what it costs says so by the name of the domain.
    if (leaving !== null && leaving.from !== textOf(form, "leaves")) return { ok: false, no: leaving } as const;
    return saveProperties(tx, member, edit);
  });
  if (!saved.ok && typeof saved.no === "object") return { problems: {}, given: values, leaving: saved.no };
  if (!saved.ok) return { problems: problemsOf(saved), given: values };
  redirect(
    `/contacts/${contactId}?view=properties&group=${encodeURIComponent(textOf(form, "group"))}&saved=properties`,
  );
}

export async function createContactAction(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const values = editOf(form);
  const created = await transaction((tx) => createContact(tx, member, values));
  if (!created.ok) return { problems: problemsOf(created), given: values };
  redirect(`/contacts/${created.value.id}?saved=contact`);
}

/** Takes over the website that is offered in place of one that cannot be read. */
export async function mendWebsiteAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactId = readId(textOf(form, "contactId"));
  const values = { website: textOf(form, "website") };
  await transaction((tx) => saveProperties(tx, member, { contactId, values }));
  redirect(`/contacts/${contactId}?saved=properties`);
}

/** "Close as": one property, in one press. */
export async function closeAsAction(form: FormData): Promise<void> {
  const member = await requireMember();
  const contactId = readId(textOf(form, "contactId"));
  const values = { lifecyclestage: textOf(form, "stage") };
  await transaction((tx) => saveProperties(tx, member, { contactId, values }));
  redirect(`/contacts/${contactId}?saved=properties`);
}

/** Only the writable properties that the form has; whatever else it carries is left where it is. */
function editOf(form: FormData): Edit {
  const names = writableProperties.map(({ name }) => name).filter((name) => form.has(name));
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function problemsOf(refused: Exclude<Saved, { ok: true }>): Record<string, string> {
  switch (refused.no) {
    case "values-refused":
      return Object.fromEntries(refused.faults.map(({ property, message }) => [property, message]));
    case "email-taken":
      return { email: "Another contact of this portal has that e-mail. Open that one, or enter another e-mail." };
    case "contact-not-found":
      return { form: "This contact is no longer here. Someone may have deleted it." };
  }
}
