import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact, conversion } from "#db/schema/contacts.ts";
import { form, formDay, formSubmission } from "#db/schema/forms.ts";
import { now } from "#lib/clock.ts";
import { dayIn, daysAfter } from "#lib/day.ts";
import type { FormDesign, FormState } from "#lib/forms/form.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type FormLine = {
  id: number;
  name: string;
  state: FormState;
  visits: number;
  submissions: number;
  held: number;
  lastSubmissionAt: number | null;
};

export type FormRecord = FormLine & FormDesign & { publicId: string; createdAt: number; who: string };

const line = {
  id: form.id,
  name: form.name,
  state: form.state,
  visits: form.visits,
  submissions: form.submissions,
  held: form.held,
  lastSubmissionAt: form.lastSubmissionAt,
};

/** Every form of the portal with its kept counts: costs the same whatever was sent. */
export async function formsOf({ portalId }: Actor): Promise<FormLine[]> {
  return db.select(line).from(form).where(eq(form.portalId, portalId)).orderBy(asc(form.id));
}

/** What a form is made of: a copy has the same. */
export const designColumns = {
  heading: form.heading,
  intro: form.intro,
  button: form.button,
  thanks: form.thanks,
  redirect: form.redirect,
  fields: form.fields,
  fill: form.fill,
  lifecycleStage: form.lifecycleStage,
  listId: form.listId,
  origins: form.origins,
};

export async function formById({ portalId }: Actor, id: number): Promise<FormRecord | undefined> {
  const [found] = await db
    .select({
      ...line,
      publicId: form.publicId,
      createdAt: form.createdAt,
      who: form.who,
      ...designColumns,
    })
    .from(form)
    .where(and(eq(form.portalId, portalId), eq(form.id, id)));
  return found;
}

/** How often a form was seen and sent in the last seven days: seven rows. */
export async function weekOf(formId: number): Promise<{ visits: number; submissions: number }> {
  const rows = await db
    .select({ visits: formDay.visits, submissions: formDay.submissions })
    .from(formDay)
    .where(and(eq(formDay.formId, formId), gt(formDay.day, daysAfter(dayIn("UTC", now()), -7))));
  return {
    visits: rows.reduce((sum, { visits }) => sum + visits, 0),
    submissions: rows.reduce((sum, { submissions }) => sum + submissions, 0),
  };
}

export type SubmissionLine = {
  id: number;
  at: number;
  email: string;
  values: Readonly<Record<string, string>>;
  kept: readonly string[];
  why: readonly string[];
  page: string;
  referrer: string;
  contactId: number | null;
  /** Null where the contact is gone, or never was. */
  contactName: string | null;
  judgedBy: string;
};

export type SubmissionsPage = { lines: SubmissionLine[]; older: number | null };

const pageSize = 25;

/** As `acceptEntry` names the conversion of a submission. */
const asConverted = sql`'form:' || ${formSubmission.formId} || ':' || ${formSubmission.submissionId}`;

type Asked = { formId: number; state: "accepted" | "held" | "discarded"; before: number };

/** What was sent with a form, newest first, behind the submission `before` (0 for the newest). */
export async function submissionsPage({ portalId }: Actor, { formId, state, before }: Asked): Promise<SubmissionsPage> {
  const rows = await db
    .select({
      id: formSubmission.id,
      at: formSubmission.at,
      email: formSubmission.email,
      values: formSubmission.values,
      kept: formSubmission.kept,
      why: formSubmission.why,
      page: formSubmission.page,
      referrer: formSubmission.referrer,
      contactId: conversion.contactId,
      contactName: contact.name,
      judgedBy: formSubmission.judgedBy,
    })
    .from(formSubmission)
    // A merge takes the conversion along, and so the submission.
    .leftJoin(conversion, and(eq(conversion.portalId, portalId), eq(conversion.submissionId, asConverted)))
    .leftJoin(contact, and(eq(contact.id, conversion.contactId), eq(contact.portalId, portalId)))
    .where(
      and(
        eq(formSubmission.formId, formId),
        eq(formSubmission.portalId, portalId),
        eq(formSubmission.state, state),
        before === 0 ? undefined : lt(formSubmission.id, before),
      ),
    )
    .orderBy(desc(formSubmission.id))
    .limit(pageSize + 1);
  const lines = rows.slice(0, pageSize);
  return { lines, older: rows.length > pageSize ? (lines.at(-1)?.id ?? null) : null };
}
