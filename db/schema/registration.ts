import { sql } from "drizzle-orm";
import { index, json, sortable, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** One open question to the sales database. The receipt is the number of the event that opened it. */
export const request = table(
  "request",
  {
    receipt: whole().primaryKey(),
    portalId: whole(),
    contactId: whole(),
    kind: text().$type<"manual" | "automatic" | "pursuit">().notNull(),
    /** The domain key as it was when asked; '' where the website could not be read. Never changes. */
    key: text().notNull(),
    state: text().$type<"open" | "done" | "withdrawn" | "superseded">().notNull(),
    outcome: text(),
    /** Every rule with what it saw, as it was decided. */
    findings: json().$type<readonly unknown[]>(),
    who: text().notNull(),
    batchId: whole(),
    /** For a pursuit: account and reason. */
    note: json().$type<Readonly<Record<string, string>>>(),
    policyVersion: whole(),
    suffixList: text(),
    requestedAt: whole().notNull(),
    pickedUpAt: whole(),
    decidedAt: whole(),
  },
  (at) => [
    uniqueIndex("request_open_once")
      .on(at.contactId)
      .where(sql`state = 'open' and contact_id is not null`),
    index("request_open")
      .on(at.receipt)
      .where(sql`state = 'open'`),
    index("request_open_key")
      .on(at.key, at.receipt)
      .where(sql`state = 'open'`),
    index("request_contact").on(at.contactId, at.receipt),
    index("request_portal").on(at.portalId, at.receipt),
    index("request_single")
      .on(at.portalId, at.receipt)
      .where(sql`kind = 'manual' and batch_id is null`),
    index("request_batch")
      .on(at.batchId, at.receipt)
      .where(sql`batch_id is not null`),
  ],
);

/** A bulk request: how far the asking has come, and what came of it. Kept counts, so that progress is one read. */
export const batch = table(
  "batch",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    who: text().notNull(),
    /** The contacts meant: ids, or a filter over the portal. */
    selection: json().$type<unknown>().notNull(),
    state: text().$type<"asking" | "asked">().notNull(),
    /** The id of the last contact looked at. */
    position: whole().notNull(),
    total: whole().notNull(),
    requested: whole().notNull(),
    skipped: whole().notNull(),
    registered: whole().notNull(),
    unavailable: whole().notNull(),
    invalid: whole().notNull(),
    withdrawn: whole().notNull(),
    createdAt: whole().notNull(),
    finishedAt: whole(),
  },
  (at) => [index("batch_portal").on(at.portalId, at.id)],
);

/** The settings of registration, each version for good. The newest is in force; a request keeps the version that decided it. */
export const policy = table("policy", {
  version: whole().primaryKey(),
  settings: json().$type<unknown>().notNull(),
  who: text().notNull(),
  reason: text().notNull(),
  at: whole().notNull(),
});

/** A portal that wants to be told when a domain is free. */
export const watch = table(
  "watch",
  { portalId: whole().notNull(), key: sortable().notNull(), who: text().notNull(), since: whole().notNull() },
  (at) => [uniqueIndex("watch_once").on(at.key, at.portalId)],
);

/** A registration on its way from one portal to another: both agree, then the channel manager (event E12). */
export const transfer = table(
  "transfer",
  {
    id: whole().primaryKey(),
    registrationId: whole().notNull(),
    key: text().notNull(),
    fromPortal: whole().notNull(),
    toPortal: whole().notNull(),
    state: text().$type<"offered" | "accepted" | "approved" | "declined" | "withdrawn">().notNull(),
    reason: text().notNull(),
    offeredBy: text().notNull(),
    offeredAt: whole().notNull(),
    acceptedBy: text(),
    acceptedAt: whole(),
    closedBy: text(),
    closedAt: whole(),
  },
  (at) => [
    uniqueIndex("transfer_open_once")
      .on(at.registrationId)
      .where(sql`state in ('offered', 'accepted')`),
    index("transfer_from").on(at.fromPortal, at.id),
    index("transfer_to").on(at.toPortal, at.id),
    index("transfer_state").on(at.state, at.id),
  ],
);

/** How many domains a portal has looked up in a span of time, so that nobody reads the sales database out by asking. */
export const lookup = table(
  "lookup",
  { portalId: whole().notNull(), key: text().notNull(), at: whole().notNull() },
  (at) => [uniqueIndex("lookup_once").on(at.portalId, at.key), index("lookup_at").on(at.portalId, at.at)],
);

/** The answer given to an idempotency key, kept for a day. */
export const answered = table(
  "answered",
  {
    portalId: whole().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    answer: json().$type<unknown>(),
    at: whole().notNull(),
  },
  (at) => [uniqueIndex("answered_key").on(at.portalId, at.key), index("answered_at").on(at.at)],
);
