import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { contact, conversion } from "#db/schema/contacts.ts";
import { now } from "#lib/clock.ts";
import { announceContacts, contactOf } from "#lib/contacts/commands/save-properties.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { emailKeyOf, foldedOf } from "#lib/contacts/contact.ts";
import { merged } from "#lib/contacts/edited.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** A form that a contact sent. `submissionId` is the sender's own: the same one twice is one conversion. */
export type Submission = { email: string; form: string; page: string; submissionId: string };

/** Records a conversion event of a contact, found by e-mail, and lets registration know (event E2). */
export async function recordConversion(
  tx: Db,
  portalId: number,
  submission: Submission,
): Promise<Result<{ contactId: number; counted: boolean }, "contact-not-found">> {
  const emailKey = emailKeyOf(submission.email);
  const [found] = await tx
    .select({ id: contact.id })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), eq(contact.emailKey, emailKey)));
  if (found === undefined || emailKey === "") return no("contact-not-found");
  // Forms of one contact take turns: each counts on what the one before it has left.
  const before = await contactOf(tx, portalId, found.id);
  if (before === undefined) return no("contact-not-found");
  if (await alreadyCounted(tx, portalId, submission.submissionId)) return yes({ contactId: before.id, counted: false });

  const at = now();
  const { form, page, submissionId } = submission;
  const [id = 0] = await newIds(tx, 1);
  await insertRows(tx, conversion, [{ id, portalId, contactId: before.id, form, page, at, submissionId }]);
  const conversions = before.conversions + 1;
  const first = conversions === 1 ? { first_conversion: form } : {};
  const told = { ...first, recent_conversion: form, conversion_events: String(conversions) };
  const values = merged(before.values, told);
  const after = {
    ...before,
    values,
    folded: foldedOf(values),
    conversions,
    lastConversionAt: at,
    version: before.version + 1,
    trigger: "conversion" as const,
  };
  await storeContacts(tx, { source: "form", who: form, at }, [{ before, after }]);
  await announceContacts(tx, portalId);
  return yes({ contactId: before.id, counted: true });
}

async function alreadyCounted(tx: Db, portalId: number, submissionId: string): Promise<boolean> {
  const [known] = await tx
    .select({ id: conversion.id })
    .from(conversion)
    .where(and(eq(conversion.portalId, portalId), eq(conversion.submissionId, submissionId)));
  return known !== undefined;
}
