import { sql } from "drizzle-orm";
import { index, json, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** Who holds a domain: a portal, or the vendor itself (`portalId` null: a pursuit, with no last day). */
export const registration = table(
  "registration",
  {
    id: whole().primaryKey(),
    key: sortable().notNull(),
    /** What the key looks like (lib/sales/look.ts); '' until it was looked at, in rows from before. */
    look: sortable().notNull().default(""),
    portalId: whole(),
    /** Calendar dates in the registry's zone; `expires` is the last day, '' for a pursuit. */
    fromOn: text().notNull(),
    expires: text().notNull(),
    state: text().$type<"active" | "expired" | "ended">().notNull(),
    endedAt: whole(),
    account: text().notNull(),
    reason: text().notNull(),
    /** A day: a registration that was transferred is not transferred again before it; '' where it was not. */
    lockedUntil: text().notNull().default(""),
  },
  (at) => [
    // The store's own guarantee: one holder a domain.
    uniqueIndex("registration_active")
      .on(at.key)
      .where(sql`state = 'active'`),
    // Apart from those in force: each index in the order of domains costs a bulk request a page a decision.
    index("registration_over")
      .on(at.key, at.id)
      .where(sql`state <> 'active'`),
    index("registration_look").on(at.look, at.key),
    index("registration_expiry")
      .on(at.expires)
      .where(sql`state = 'active' and expires <> ''`),
    index("registration_portal").on(at.portalId, at.id),
    index("registration_portal_expiry")
      .on(at.portalId, at.expires, at.id)
      .where(sql`state = 'active' and expires <> ''`),
  ],
);

/** Looks that several domains had at once, kept when they part: so whoever lists look-alikes reads only a few domains. */
export const sharedLook = table("shared_look", { look: sortable().primaryKey() });

/** Domains in which the vendor does no business, beside the built-in lists. */
export const notPursued = table("not_pursued", {
  key: sortable().primaryKey(),
  why: text().$type<"own-domain" | "competitor" | "free-mail" | "disposable-mail" | "reserved">().notNull(),
  reason: text().notNull(),
  since: whole().notNull(),
  who: text().notNull(),
});

/** Append only. `number` comes from the one counter that also gives out receipts: the only order that counts. */
export const event = table(
  "event",
  {
    number: whole().primaryKey(),
    at: whole().notNull(),
    kind: text().notNull(),
    portalId: whole(),
    contactId: whole(),
    key: text().notNull(),
    who: text().notNull(),
    before: json().$type<unknown>(),
    after: json().$type<unknown>(),
    /** The chain: a hash over this row, the row before it and the row before it of the same domain (lib/sales/chain.ts). */
    link: text().notNull().default(""),
  },
  (at) => [
    index("event_key").on(at.key, at.number),
    index("event_contact").on(at.contactId, at.number),
    index("event_portal").on(at.portalId, at.number),
  ],
);
