import { sql } from "drizzle-orm";
import { index, json, primaryKey, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

export const form = table(
  "form",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    /** What the hosted page is found by: nobody can guess it, or count up to it. */
    publicId: text().notNull(),
    name: text().notNull(),
    state: text().$type<"draft" | "live" | "archived">().notNull(),
    heading: text().notNull(),
    intro: text().notNull(),
    button: text().notNull(),
    thanks: text().notNull(),
    /** An https address to go to instead of the thank-you page; '' for none. */
    redirect: text().notNull(),
    fields: json().$type<readonly { property: string; label: string; required: boolean }[]>().notNull(),
    /** Whether a value that a contact has gives way to what is sent. */
    fill: text().$type<"overwrite" | "empty">().notNull(),
    /** '' sets none. */
    lifecycleStage: text().notNull(),
    /** A static list of the portal that contacts are put into. */
    listId: whole(),
    /** The websites that may show the form in a frame; none named is every one. */
    origins: json().$type<readonly string[]>().notNull(),
    createdAt: whole().notNull(),
    who: text().notNull(),
    // Kept, not counted, as the sizes of lists are.
    visits: whole().notNull().default(0),
    submissions: whole().notNull().default(0),
    held: whole().notNull().default(0),
    lastSubmissionAt: whole(),
  },
  (at) => [index("form_portal").on(at.portalId, at.id), uniqueIndex("form_public").on(at.publicId)],
);

/** How often a form was seen and sent on a day (UTC). */
export const formDay = table(
  "form_day",
  { formId: whole().notNull(), day: sortable().notNull(), visits: whole().notNull(), submissions: whole().notNull() },
  (at) => [primaryKey({ columns: [at.formId, at.day] })],
);

/** What a visitor sent, as it was sent: evidence for the conversion, or held back until a person has looked at it. */
export const formSubmission = table(
  "form_submission",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    formId: whole().notNull(),
    /** Of the rendering that was sent: the same one twice is one submission. */
    submissionId: text().notNull(),
    state: text().$type<"accepted" | "held" | "discarded">().notNull(),
    /** Why it was held back. */
    why: json().$type<readonly string[]>().notNull(),
    email: text().notNull(),
    values: json().$type<Readonly<Record<string, string>>>().notNull(),
    /** Properties whose value stayed as the contact had it. */
    kept: json().$type<readonly string[]>().notNull(),
    contactId: whole(),
    page: text().notNull(),
    /** The host that the visitor came from. */
    referrer: text().notNull(),
    /** A keyed hash of the network address and the form, never the address. */
    sender: text().notNull(),
    at: whole().notNull(),
    judgedBy: text().notNull().default(""),
    judgedAt: whole(),
  },
  (at) => [
    uniqueIndex("form_submission_once").on(at.formId, at.submissionId),
    index("form_submission_state").on(at.formId, at.state, at.id),
    index("form_submission_at").on(at.formId, at.at),
    index("form_submission_contact")
      .on(at.contactId)
      .where(sql`contact_id is not null`),
    index("form_submission_sender").on(at.sender, at.at),
  ],
);

/** A domain that visitors of a portal's forms came from, or have their mail at. */
export const formDomain = table(
  "form_domain",
  { key: text().notNull(), portalId: whole().notNull(), visits: whole().notNull(), lastSeenAt: whole().notNull() },
  (at) => [primaryKey({ columns: [at.key, at.portalId] }), index("form_domain_seen").on(at.portalId, at.lastSeenAt)],
);
