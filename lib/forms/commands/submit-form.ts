import { isDeepStrictEqual } from "node:util";
import { and, count, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { lockRows } from "#db/rows.ts";
import { form, formSubmission } from "#db/schema/forms.ts";
import { now } from "#lib/clock.ts";
import type { Values } from "#lib/contacts/contact.ts";
import { acceptEntry } from "#lib/forms/commands/accept-entry.ts";
import type { Sent } from "#lib/forms/commands/read-sent.ts";
import { type Problems, readEntry } from "#lib/forms/entry.ts";
import { type Suspicion, suspicionsOf } from "#lib/forms/suspicion.ts";
import { visitedForm, type VisitedForm } from "#lib/forms/queries/visited.ts";
import { no, yes } from "#lib/result.ts";

export type Submitted =
  | { ok: true; value: { thanks: string; redirect: string } }
  | { ok: false; no: "form-not-found" | "too-many" }
  | { ok: false; no: "values-refused"; problems: Problems };

/**
 * What a visitor sent with a live form: the contact, its conversion and the evidence, in the caller's transaction. The
 * answer is the same for a known and an unknown e-mail, for what is held back, and for what came before.
 */
export async function submitForm(tx: Db, publicId: string, sent: Sent): Promise<Submitted> {
  const found = await visitedForm(tx, publicId);
  if (found === undefined) return no("form-not-found");
  const read = readEntry(found.fields, sent.given, found.timeZone);
  if (!read.ok) return { ok: false, no: "values-refused", problems: read.no };

  // Submissions of one form take turns: each counts those before it.
  await lockRows(tx, form, [found.id]);
  const { thanks, redirect } = found;
  if (await cameBefore(tx, found.id, sent)) return yes({ thanks, redirect });
  if (await cameJustNow(tx, found.id, { sent, values: read.value })) return yes({ thanks, redirect });
  if (await isTooMany(tx, found.id, sent.sender)) return no("too-many");
  const why = suspicionsOf({ ...sent, at: now(), values: read.value });
  await keep(tx, found, { sent, values: read.value, why });
  return yes({ thanks, redirect });
}

async function cameBefore(tx: Db, formId: number, { submissionId }: Sent): Promise<boolean> {
  const [known] = await tx
    .select({ id: formSubmission.id })
    .from(formSubmission)
    .where(and(eq(formSubmission.formId, formId), eq(formSubmission.submissionId, submissionId)));
  return known !== undefined;
}

/** A form of plain HTML tells its submissions not apart: the same words of one sender in one minute are one, pressed twice. */
async function cameJustNow(tx: Db, formId: number, { sent, values }: { sent: Sent; values: Values }): Promise<boolean> {
  const { sender, at } = formSubmission;
  const lately = await tx
    .select({ values: formSubmission.values })
    .from(formSubmission)
    .where(and(eq(sender, sent.sender), gt(at, now() - minuteMs), eq(formSubmission.formId, formId)));
  return lately.some((each) => isDeepStrictEqual(each.values, values));
}

/** How often a form may be sent: by everybody in a minute, by one network address in ten. */
export const mostAMinute = 120;
export const mostOfSender = 20;
/** What is held back is kept until somebody looks; more than this nobody would. */
const mostHeld = 5_000;
const minuteMs = 60_000;

async function isTooMany(tx: Db, formId: number, sender: string): Promise<boolean> {
  const at = now();
  const lately = and(eq(formSubmission.formId, formId), gt(formSubmission.at, at - minuteMs));
  const ofSender = and(eq(formSubmission.sender, sender), gt(formSubmission.at, at - 10 * minuteMs));
  const [all] = await tx.select({ many: count() }).from(formSubmission).where(lately);
  const [own] = await tx.select({ many: count() }).from(formSubmission).where(ofSender);
  const [kept] = await tx.select({ held: form.held }).from(form).where(eq(form.id, formId));
  return (all?.many ?? 0) >= mostAMinute || (own?.many ?? 0) >= mostOfSender || (kept?.held ?? 0) >= mostHeld;
}

type Entry = { sent: Sent; values: Values; why: readonly Suspicion[] };

async function keep(tx: Db, of: VisitedForm, { sent, values, why }: Entry): Promise<void> {
  const [id = 0] = await newIds(tx, 1);
  const { submissionId, page, referrer, sender } = sent;
  const email = values["email"] ?? "";
  const row = { id, portalId: of.portalId, formId: of.id, submissionId, why, email, values, page, referrer, sender };
  await tx.insert(formSubmission).values({ ...row, state: "held", kept: [], at: now() });
  if (why.length === 0) await acceptEntry(tx, of, row);
  else
    await tx
      .update(form)
      .set({ held: sql`${form.held} + 1` })
      .where(eq(form.id, of.id));
}
