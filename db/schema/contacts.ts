import { sql } from "drizzle-orm";
import { bytes, flag, index, json, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

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

/** What was done with a contact and left no trace in its properties: a line of its timeline. Append only. */
export const interaction = table(
  "interaction",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    contactId: whole().notNull(),
    at: whole().notNull(),
    kind: text().$type<"link-made" | "link-revoked" | "photo-set" | "photo-removed">().notNull(),
    who: text().notNull(),
    /** What it was about, in the words that the timeline shows behind it; '' for nothing more. */
    about: text().notNull(),
  },
  (at) => [index("interaction_contact").on(at.contactId, at.id)],
);

/** A public URL of a contact. Its secret is made from the program's own and `salt`, so that nothing here opens it. */
export const publicLink = table(
  "public_link",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    contactId: whole().notNull(),
    salt: text().notNull(),
    who: text().notNull(),
    createdAt: whole().notNull(),
    /** The instant from which it opens nothing any more; null for a link without an end. */
    endsAt: whole(),
    revokedAt: whole(),
    views: whole().notNull().default(0),
    viewedAt: whole(),
  },
  (at) => [
    uniqueIndex("public_link_once")
      .on(at.contactId)
      .where(sql`revoked_at is null`),
  ],
);

/** The photo of a contact, kept in the store so that any node can show it. */
export const contactPhoto = table("contact_photo", {
  contactId: whole().primaryKey(),
  portalId: whole().notNull(),
  type: text().$type<"image/png" | "image/jpeg" | "image/webp">().notNull(),
  bytes: bytes().notNull(),
  /** A hash of the bytes: the browser asks with it whether there is another one. */
  mark: text().notNull(),
  at: whole().notNull(),
});

/** What a portal's admin has said of its records. No row: as the program has it (lib/contacts/settings.ts). */
export const contactSetting = table("contact_setting", {
  portalId: whole().primaryKey(),
  formsOptIn: flag().notNull(),
  emailNote: text().notNull(),
  /** "https://acme.my.salesforce.com", or '' for none. */
  salesforce: text().notNull(),
  /** The properties that a public URL shows, by name. */
  shared: json().$type<readonly string[]>().notNull(),
});

/** What is left of a deleted contact: it blocks the automatic re-entry of its e-mail, and the contact is restored from it. */
export const tombstone = table(
  "tombstone",
  {
    contactId: whole().primaryKey(),
    portalId: whole().notNull(),
    emailKey: sortable().notNull(),
    values: json().$type<Readonly<Record<string, string>>>().notNull(),
    deletedAt: whole().notNull(),
    who: text().notNull(),
    /** What does not follow from the values (lib/contacts/was.ts); null in rows from before it was kept. */
    was: json().$type<Was>(),
    search: text().notNull().default(""),
    /** The bulk change or the undone import that deleted it. */
    runId: whole(),
    /** The contact that it became a part of. */
    mergedInto: whole(),
    /** When everything but the e-mail was given up for good. */
    forgottenAt: whole(),
  },
  (at) => [
    index("tombstone_email").on(at.portalId, at.emailKey),
    index("tombstone_newest")
      .on(at.portalId, at.deletedAt, at.contactId)
      .where(sql`forgotten_at is null and merged_into is null`),
    index("tombstone_due")
      .on(at.deletedAt, at.contactId)
      .where(sql`forgotten_at is null`),
    index("tombstone_run")
      .on(at.runId, at.contactId)
      .where(sql`run_id is not null`),
  ],
);

/** Two contacts that became one, and what the survivor was before: for some days it can be undone. */
export const contactMerge = table(
  "contact_merge",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    survivorId: whole().notNull(),
    otherId: whole().notNull(),
    at: whole().notNull(),
    who: text().notNull(),
    /** The survivor before, and its values right after; null once the days are over. */
    before: json().$type<{ values: Readonly<Record<string, string>>; was: Was }>(),
    after: json().$type<Readonly<Record<string, string>>>(),
    /** The forms that came over, and the static lists that the survivor joined. */
    conversions: json().$type<readonly number[]>().notNull(),
    lists: json().$type<readonly number[]>().notNull(),
    undoneAt: whole(),
  },
  (at) => [
    index("contact_merge_survivor").on(at.survivorId, at.id),
    index("contact_merge_due")
      .on(at.at)
      .where(sql`before is not null`),
  ],
);

type Was = Pick<
  typeof contact.$inferSelect,
  | "createdAt"
  | "version"
  | "conversions"
  | "lastConversionAt"
  | "importId"
  | "status"
  | "message"
  | "expires"
  | "lapsedOn"
  | "registrationId"
  | "syncedAt"
  | "decidedBy"
  | "openRequest"
  | "openKind"
> & { lists: readonly number[] };
