import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lockAlone } from "#db/locks.ts";
import { contact } from "#db/schema/contacts.ts";
import { form, formSubmission } from "#db/schema/forms.ts";
import { now } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { recordConversion } from "#lib/contacts/commands/record-conversion.ts";
import { saveProperties, type Saved } from "#lib/contacts/commands/save-properties.ts";
import { emailKeyOf, type Values } from "#lib/contacts/contact.ts";
import { countOnDay, noteDomain } from "#lib/forms/commands/count-visit.ts";
import { domainOfEmail } from "#lib/forms/domain-seen.ts";
import { fillingOf } from "#lib/forms/filling.ts";
import type { VisitedForm } from "#lib/forms/queries/visited.ts";
import { changeMembers } from "#lib/lists/commands/static-members.ts";

/** A submission as it is kept; `id` is its own. */
type Kept = { id: number; submissionId: string; email: string; values: Values; page: string; referrer: string };

/**
 * Takes a submission in: the contact of that e-mail is there and filled, the conversion recorded, which sets off automatic
 * registration (event E2), and the list joined.
 */
export async function acceptEntry(tx: Db, of: VisitedForm, kept: Kept): Promise<void> {
  // Two forms that bring the same new e-mail at one moment make one contact.
  await lockAlone(tx, `form-email:${of.portalId}:${emailKeyOf(kept.email)}`);
  const saved = await saveContact(tx, of, kept);
  const { email, page } = kept;
  const submissionId = `form:${of.id}:${kept.submissionId}`;
  await recordConversion(tx, of.portalId, { email, form: of.name, page, submissionId });
  if (of.listId !== null) {
    await changeMembers(tx, of, { listId: of.listId, contactIds: [saved.contactId], join: true });
  }

  const at = now();
  await tx
    .update(formSubmission)
    .set({ state: "accepted", contactId: saved.contactId, kept: saved.left })
    .where(eq(formSubmission.id, kept.id));
  await tx
    .update(form)
    .set({ submissions: sql`${form.submissions} + 1`, lastSubmissionAt: at })
    .where(eq(form.id, of.id));
  await countOnDay(tx, of.id, { visits: 0, submissions: 1 });
  await noteDomain(tx, of.portalId, domainOfEmail(email));
}

async function saveContact(
  tx: Db,
  of: VisitedForm,
  { email, values, referrer }: Kept,
): Promise<{ contactId: number; left: string[] }> {
  const { portalId, name } = of;
  const before = await contactByEmail(tx, portalId, email);
  const { edit, kept } = fillingOf(of, before ?? null, values);
  if (before === undefined) {
    const originalSource = referrer === "" ? "Direct Traffic" : "Referrals";
    const created = await createContact(tx, { portalId, name, source: "form", originalSource }, edit);
    return { contactId: idOf(created), left: [] };
  }
  if (Object.keys(edit).length === 0) return { contactId: before.id, left: kept };
  const saved = await saveProperties(tx, { portalId, name }, { contactId: before.id, values: edit, source: "form" });
  return { contactId: idOf(saved), left: kept };
}

async function contactByEmail(tx: Db, portalId: number, email: string) {
  const [found] = await tx
    .select({ id: contact.id, values: contact.values, domainKey: contact.domainKey })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), eq(contact.emailKey, emailKeyOf(email))));
  return found;
}

/** Every value was checked when it came, and the contact was there a moment ago. */
function idOf(saved: Saved): number {
  if (!saved.ok) throw new Error(`A submission was refused by its own contact: ${saved.no}.`);
  return saved.value.id;
}
