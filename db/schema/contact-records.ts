import { sql } from "drizzle-orm";
import { bytes, flag, index, json, table, text, uniqueIndex, whole } from "#db/columns.ts";

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
