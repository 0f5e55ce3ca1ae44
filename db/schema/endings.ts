import { sql } from "drizzle-orm";
import { index, json, sortable, table, text, whole } from "#db/columns.ts";
import type { contact } from "#db/schema/contacts.ts";

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
