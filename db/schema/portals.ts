import { sql } from "drizzle-orm";
import { date, flag, index, json, table, text, uniqueIndex, whole } from "#db/columns.ts";

// better-auth's model under our words: user is person, organization is portal, member is membership.

export const person = table("person", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: flag().notNull().default(false),
  image: text(),
  createdAt: date().notNull(),
  updatedAt: date().notNull(),
});

export const session = table(
  "session",
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text().notNull(),
    activeOrganizationId: text(),
    ipAddress: text(),
    userAgent: text(),
    expiresAt: date().notNull(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  },
  (at) => [index("session_of_person").on(at.userId)],
);

export const account = table(
  "account",
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: date(),
    refreshTokenExpiresAt: date(),
    scope: text(),
    password: text(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  },
  (at) => [index("account_of_person").on(at.userId)],
);

export const verification = table(
  "verification",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: date().notNull(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  },
  (at) => [index("verification_identifier").on(at.identifier)],
);

/** `id` is the Hub ID spelled as text; every other table knows a portal by the number, `hubId`. */
export const portal = table("portal", {
  id: text().primaryKey(),
  hubId: whole().notNull().unique(),
  name: text().notNull(),
  slug: text().notNull().unique(),
  logo: text(),
  metadata: text(),
  /** `partner`, or `vendor` for the one whose sales database this is. */
  kind: text().notNull().default("partner"),
  timeZone: text().notNull().default("UTC"),
  createdAt: date().notNull(),
  /** Kept, not counted: changed in the transaction that adds or removes a contact. */
  contacts: whole().notNull().default(0),
  lastContactAt: whole(),
  syncPausedAt: whole(),
  /** Moves on with every list, folder or property that changes: whoever keeps the rules of lists in mind asks it first. */
  listsVersion: whole().notNull().default(0),
});

export const membership = table(
  "membership",
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    userId: text().notNull(),
    /** `partner`, `admin` or `channel-manager`. */
    role: text().notNull(),
    createdAt: date().notNull(),
    /** The id of the newest notice that this person has seen here. */
    noticesSeen: whole().notNull().default(0),
    /** Whether notices come by e-mail too. */
    noticesByMail: flag().notNull().default(true),
  },
  (at) => [
    uniqueIndex("membership_once").on(at.userId, at.organizationId),
    index("membership_of_portal").on(at.organizationId),
  ],
);

export const invitation = table(
  "invitation",
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    email: text().notNull(),
    role: text(),
    status: text().notNull(),
    inviterId: text().notNull(),
    expiresAt: date().notNull(),
    createdAt: date().notNull(),
  },
  (at) => [index("invitation_of_portal").on(at.organizationId)],
);

/** Failed tries, counted in the database so that every node counts together. `subject` is a keyed hash, never an e-mail. */
export const failedTry = table(
  "failed_try",
  {
    subject: text().primaryKey(),
    /** Instants (ms) of the latest failures, oldest first. One row a subject, so that the row is the lock. */
    failures: json().$type<number[]>().notNull(),
    lastAt: whole().notNull(),
  },
  (at) => [index("failed_try_last").on(at.lastAt)],
);

/** Program settings by name: policy, pause, what the sweeper has done. */
export const setting = table("setting", { name: text().primaryKey(), value: text().notNull() });

/** One row a counter; `where name = …` is the lock. */
export const counter = table("counter", {
  name: text().primaryKey(),
  value: whole()
    .notNull()
    .default(sql`0`),
});
