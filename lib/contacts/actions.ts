"use server";

import { redirect } from "next/navigation";
import { db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { saveProperties, type Saved } from "#lib/contacts/commands/save-properties.ts";
import type { Edit } from "#lib/contacts/edit.ts";
import { readId } from "#lib/contacts/id.ts";
import { savedAt } from "#lib/contacts/record-address.ts";
import { contactById } from "#lib/contacts/queries/contact-record.ts";
import { type Leaving, leavingDomain } from "#lib/contacts/queries/leaving-domain.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { ownPath } from "#lib/portals/origin.ts";
import { requireMember } from "#lib/portals/queries.ts";
import { typedValue } from "#lib/properties/input.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import type { Property } from "#lib/properties/registry.ts";

/** What a form comes back with: the sentences beside their fields, and what was typed. */
export type FormState = { problems: Readonly<Record<string, string>>; given: Edit; leaving?: Leaving | null };

export async function savePropertiesAction(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const contactId = readId(textOf(form, "contactId"));
  const given = await givenIn(member, form);
  const edit = { contactId, values: editOf(member, given, (await contactById(member, contactId))?.values) };
  const saved = await transaction(async (tx) => {
    const leaving = await leavingDomain(tx, member, edit);
    // Whoever has read what it costs says so by the name of the domain.
    if (leaving !== null && leaving.from !== textOf(form, "leavesDomain")) return { ok: false, no: leaving } as const;
    return saveProperties(tx, member, edit);
  });
  if (!saved.ok && typeof saved.no === "object") return { problems: {}, given: valuesOf(given), leaving: saved.no };
  if (!saved.ok) return { problems: problemsOf(saved), given: valuesOf(given) };
  redirect(savedAt(contactId, ownPath(textOf(form, "backTo"))));
}

/** One property, where it is shown: null when it was saved, else what is wrong with it. Nobody leaves a domain this way. */
export async function saveInPlaceAction(form: FormData): Promise<string | null> {
  const member = await requireMember();
  const contactId = readId(textOf(form, "contactId"));
  const given = await givenIn(member, form);
  const edit = { contactId, values: editOf(member, given, (await contactById(member, contactId))?.values) };
  const saved = await transaction(async (tx) => {
    const leaving = await leavingDomain(tx, member, edit);
    return leaving === null ? saveProperties(tx, member, edit) : ({ ok: false, no: leaving } as const);
  });
  if (saved.ok) return null;
  if (typeof saved.no !== "object") return Object.values(problemsOf(saved)).join(" ");
  return `With this website the contact would leave ${saved.no.from}. Open the contact to see what that costs, and change it there.`;
}

export async function createContactAction(_before: FormState, form: FormData): Promise<FormState> {
  const member = await requireMember();
  const given = await givenIn(member, form);
  const created = await transaction((tx) => createContact(tx, member, editOf(member, given)));
  if (!created.ok) return { problems: problemsOf(created), given: valuesOf(given) };
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

type Given = readonly { property: Property; typed: string }[];

/** Only the writable properties that the form has; whatever else it carries is left where it is. */
async function givenIn({ portalId }: Actor, form: FormData): Promise<Given> {
  const { writable } = await propertiesOf(db, portalId);
  return writable
    .filter(({ name }) => form.has(name))
    .map((property) => ({ property, typed: textsOf(form, property.name) }));
}

/** As it was typed, for the form that comes back. */
function valuesOf(given: Given): Edit {
  return Object.fromEntries(given.map(({ property, typed }) => [property.name, typed]));
}

function editOf({ timeZone }: Actor, given: Given, before: Edit = {}): Edit {
  return Object.fromEntries(
    given.map(({ property, typed }) => [
      property.name,
      typedValue(property, typed, { before: before[property.name] ?? "", timeZone }),
    ]),
  );
}

/** Several boxes of one name are the options that were chosen; the blank one before them is there so that none may be. */
function textsOf(form: FormData, name: string): string {
  const given = form.getAll(name).filter((value) => typeof value === "string");
  return given.length > 1 ? given.filter(Boolean).join(";") : (given[0] ?? "");
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
