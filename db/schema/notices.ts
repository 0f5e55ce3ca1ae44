import { sql } from "drizzle-orm";
import { index, json, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** Something a portal is told: in the bell, and by e-mail. */
export const notice = table(
  "notice",
  {
    id: whole().primaryKey(),
    portalId: whole().notNull(),
    /** What it is about: a kind, and the domain key or '' where it is about none. */
    kind: text().notNull(),
    key: text().notNull(),
    about: json().$type<Readonly<Record<string, string | number>>>().notNull(),
    /** The same one twice is one notice: "expiring-7 4711". */
    once: text().notNull(),
    at: whole().notNull(),
    mailedAt: whole(),
  },
  (at) => [
    uniqueIndex("notice_once").on(at.portalId, at.once),
    index("notice_portal").on(at.portalId, at.id),
    index("notice_unmailed")
      .on(at.id)
      .where(sql`mailed_at is null`),
  ],
);

/** The secret address of a person's calendar of one portal. Only a hash of it is kept; a new one takes its place. */
export const calendarFeed = table(
  "calendar_feed",
  {
    portalId: whole().notNull(),
    personId: text().notNull(),
    secretHash: text().notNull().unique(),
    since: whole().notNull(),
  },
  (at) => [uniqueIndex("calendar_feed_once").on(at.portalId, at.personId)],
);
