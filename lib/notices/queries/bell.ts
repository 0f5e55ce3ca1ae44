import { and, count, desc, eq, inArray, lt, min, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { notice } from "#db/schema/notices.ts";
import { membership } from "#db/schema/portals.ts";
import { noticeInWords } from "#lib/notices/notice-words.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type NoticeLine = {
  id: number;
  kind: string;
  key: string;
  at: number;
  words: string;
  isNew: boolean;
  /** The portal's contacts at the domain: how many, and the first. */
  contacts: number;
  contactId: number | null;
};
export type NoticesPage = { lines: NoticeLine[]; unseen: number; newest: number; next: number | null };

const pageSize = 50;

/** The portal's notices, newest first, behind the notice `before`; those that this person has not seen are marked. */
export async function noticesPage(actor: Actor, before: number | null): Promise<NoticesPage> {
  const { portalId } = actor;
  const [seen, unseen, rows] = await Promise.all([
    lastSeen(actor),
    unseenNotices(actor),
    db
      .select({ id: notice.id, kind: notice.kind, key: notice.key, about: notice.about, at: notice.at })
      .from(notice)
      .where(and(eq(notice.portalId, portalId), before === null ? undefined : lt(notice.id, before)))
      .orderBy(desc(notice.id))
      .limit(pageSize + 1),
  ]);
  const shown = rows.slice(0, pageSize);
  const contacts = await contactsAt(
    portalId,
    shown.map(({ key }) => key),
  );
  const lines = shown.map(({ about, ...row }) => ({
    ...row,
    words: noticeInWords({ ...row, about }),
    isNew: row.id > seen,
    contacts: contacts.get(row.key)?.many ?? 0,
    contactId: contacts.get(row.key)?.first ?? null,
  }));
  return {
    lines,
    unseen,
    newest: lines[0]?.id ?? 0,
    next: rows.length > pageSize ? (lines.at(-1)?.id ?? null) : null,
  };
}

/** How many notices the person has not seen here; counting stops at 100. On the way of every page. */
export async function unseenNotices({ personId, portalId }: Actor): Promise<number> {
  const [counted] = await counting().execute({ personId, portalId, organization: String(portalId) });
  return counted?.many ?? 0;
}

const counting = preparedOnce((reader) => {
  const seen = reader
    .select({ seen: membership.noticesSeen })
    .from(membership)
    .where(
      and(
        eq(membership.userId, sql.placeholder("personId")),
        eq(membership.organizationId, sql.placeholder("organization")),
      ),
    );
  const unseen = reader
    .select({ id: notice.id })
    .from(notice)
    .where(and(eq(notice.portalId, sql.placeholder("portalId")), sql`${notice.id} > coalesce((${seen}), 0)`))
    .limit(100)
    .as("unseen");
  return reader.select({ many: count() }).from(unseen);
});

async function lastSeen({ personId, portalId }: Actor): Promise<number> {
  const [found] = await db
    .select({ seen: membership.noticesSeen })
    .from(membership)
    .where(and(eq(membership.userId, personId), eq(membership.organizationId, String(portalId))));
  return found?.seen ?? 0;
}

async function contactsAt(portalId: number, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, never>();
  const rows = await db
    .select({ key: contact.domainKey, many: count(), first: min(contact.id) })
    .from(contact)
    .where(and(inArray(contact.domainKey, [...new Set(keys)]), eq(contact.portalId, portalId)))
    .groupBy(contact.domainKey);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Whether this person gets the notices of this portal by e-mail too. */
export async function noticesByMail({ personId, portalId }: Actor): Promise<boolean> {
  const [found] = await db
    .select({ byMail: membership.noticesByMail })
    .from(membership)
    .where(and(eq(membership.userId, personId), eq(membership.organizationId, String(portalId))));
  return found?.byMail ?? false;
}
