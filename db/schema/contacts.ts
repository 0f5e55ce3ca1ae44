import { sql } from "drizzle-orm";
import { index, json, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

/**
 * `values` is the truth of what people typed, by property name; the columns beside it are made from it, so that lists can be
 * filtered and sorted by an index. The registration columns are written by the engine alone.
 */
export const contact = table(
  "contact",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    values: json().$type<Readonly<Record<string, string>>>().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    company: text().notNull(),
    // Sort keys: lower case, '' where blank, since the stores disagree on where NULL sorts.
    nameKey: sortable().notNull(),
    emailKey: sortable().notNull(),
    companyKey: sortable().notNull(),
    lifecycleStage: sortable().notNull(),
    domainKey: text().notNull(),
    search: text().notNull(),
    createdAt: whole().notNull(),
    version: whole().notNull(),
    conversions: whole().notNull(),
    lastConversionAt: whole(),
    importId: whole(),
    /** Why an automatic request may be due; emptied when it has been looked at, so that each trigger counts once. */
    trigger: text().$type<"created" | "imported" | "conversion" | "repaired" | "moved">(),
    status: text().$type<"" | "REGISTERED" | "UNAVAILABLE" | "INVALID_DATA">().notNull(),
    message: text().notNull(),
    /** A day, '' unless Registered. */
    expires: sortable().notNull(),
    /** How many rules failed at the last sync, and which of them: "R3 R5". */
    shortfalls: whole().notNull(),
    failed: text().notNull().default(""),
    syncedAt: whole(),
    registrationId: whole(),
    /** Receipt of the open request, and its kind. */
    openRequest: whole(),
    openKind: text().$type<"manual" | "automatic">(),
    /** Receipt of the request that decided the status shown. */
    decidedBy: whole(),
    /** The last day of a registration that ran out, until the next decision. */
    lapsedOn: text().notNull(),
    /** `values` in lower case, made from it: in which case somebody typed is nothing that a rule of a list asks. */
    folded: json().$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** Why the contact gets no e-mail, made from `values`; null for the many who may. */
    noMail: text().$type<"opted-out" | "bounced" | "both">(),
  },
  (at) => [
    index("contact_portal").on(at.portalId, at.id),
    index("contact_name").on(at.portalId, at.nameKey, at.id),
    index("contact_email").on(at.portalId, at.emailKey, at.id),
    uniqueIndex("contact_email_once")
      .on(at.portalId, at.emailKey)
      .where(sql`email_key <> ''`),
    index("contact_company").on(at.portalId, at.companyKey, at.id),
    index("contact_lifecycle_stage").on(at.portalId, at.lifecycleStage, at.id),
    index("contact_status").on(at.portalId, at.status, at.id),
    index("contact_expires").on(at.portalId, at.expires, at.id),
    index("contact_failed")
      .on(at.portalId, at.failed, at.id)
      .where(sql`failed <> ''`),
    index("contact_pending")
      .on(at.portalId, at.id)
      .where(sql`open_request is not null`),
    index("contact_lapsed")
      .on(at.portalId, at.id)
      .where(sql`lapsed_on <> ''`),
    // Whole: SQLite takes a partial index only where the query repeats its condition.
    index("contact_domain").on(at.domainKey, at.portalId),
    index("contact_triggered")
      .on(at.portalId, at.id)
      .where(sql`trigger is not null`),
    index("contact_import")
      .on(at.importId, at.id)
      .where(sql`import_id is not null`),
    index("contact_no_mail")
      .on(at.portalId, at.noMail, at.id)
      .where(sql`no_mail is not null`),
  ],
);

/** One row a save: `changes` is a list of [property, before, after]. */
export const propertyHistory = table(
  "property_history",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    contactId: whole().notNull(),
    at: whole().notNull(),
    source: text().$type<"person" | "import" | "form" | "api" | "engine" | "demo">().notNull(),
    who: text().notNull(),
    changes: json().$type<readonly (readonly [property: string, before: string, after: string])[]>().notNull(),
    /** The import or bulk change that made an edit of a contact that was there: it can be undone. */
    runId: whole(),
  },
  (at) => [
    index("property_history_contact").on(at.contactId, at.id),
    index("property_history_run")
      .on(at.runId, at.id)
      .where(sql`run_id is not null`),
  ],
);

/**
 * Contacts whose text has changed since the index of the search last looked (decision 25): they are looked at one by one
 * meanwhile. The index itself, `contact_search`, is each store's own, and stands in its migrations alone.
 */
export const searchDue = table("search_due", {
  contactId: whole().primaryKey(),
  portalId: whole().notNull(),
});

export const conversion = table(
  "conversion",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    contactId: whole().notNull(),
    form: text().notNull(),
    page: text().notNull(),
    at: whole().notNull(),
    /** Chosen by the sender: the same one twice is one conversion. */
    submissionId: text().notNull(),
  },
  (at) => [
    uniqueIndex("conversion_once").on(at.portalId, at.submissionId),
    index("conversion_contact").on(at.contactId, at.id),
  ],
);
