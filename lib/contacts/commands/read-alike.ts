import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { givenTexts, rowsOf } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import type { Likeness } from "#lib/contacts/duplicates.ts";
import { emailLikeness, nameAndCompany, nameLikeness } from "#lib/contacts/likeness.ts";

/** A contact that may not be alone in how it reads. */
export type Seen = { id: number } & Likeness;

type From = { portalId: number; place: string; placeId: number };
/** `behind` is where the next step begins; null behind the last contact. */
type Read = { seen: Seen[]; behind: { place: string; placeId: number } | null };

const atOnce = 500;

/**
 * The next contacts by e-mail. An address that is spelled plainly is there once (the store sees to it), so that only the others,
 * and whoever has the plain spelling of them, can be one.
 */
export async function readEmails(tx: Db, { portalId, place, placeId }: From): Promise<Read> {
  const rows = await tx
    .select({ id: contact.id, emailKey: contact.emailKey })
    .from(contact)
    .where(
      and(
        eq(contact.portalId, portalId),
        ne(contact.emailKey, ""),
        sql`(${contact.emailKey}, ${contact.id}) > (${place}, ${placeId})`,
      ),
    )
    .orderBy(asc(contact.emailKey), asc(contact.id))
    .limit(atOnce);
  const spelled = rows.flatMap(({ id, emailKey }): Seen[] => {
    const key = emailLikeness(emailKey);
    return key === emailKey ? [] : [{ id, kind: "email", key }];
  });
  const plain = await withEmails(tx, portalId, [...new Set(spelled.map(({ key }) => key))]);
  const last = rows.length < atOnce ? undefined : rows.at(-1);
  return {
    seen: [...spelled, ...plain],
    behind: last === undefined ? null : { place: last.emailKey, placeId: last.id },
  };
}

async function withEmails(tx: Db, portalId: number, emails: readonly string[]): Promise<Seen[]> {
  if (emails.length === 0) return [];
  const rows = await tx
    .select({ id: contact.id, key: contact.emailKey })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.emailKey, [...emails])));
  return rows.map((row) => ({ ...row, kind: "email" }));
}

/**
 * The next contacts by name. Those whose names are the same stand side by side; one whose name is spelled otherwise than it
 * reads is compared with the first that has the plain spelling.
 */
export async function readNames(tx: Db, { portalId, place, placeId }: From): Promise<Read> {
  // The last one of the step before comes again, since its neighbour was not there yet.
  const rows = await tx
    .select({ id: contact.id, nameKey: contact.nameKey })
    .from(contact)
    .where(
      and(
        eq(contact.portalId, portalId),
        ne(contact.nameKey, ""),
        sql`(${contact.nameKey}, ${contact.id}) >= (${place}, ${placeId})`,
      ),
    )
    .orderBy(asc(contact.nameKey), asc(contact.id))
    .limit(atOnce);
  const together = rows.filter(({ nameKey }, at) =>
    [rows[at - 1], rows[at + 1]].some((beside) => beside?.nameKey === nameKey),
  );
  const spelled = rows.filter(({ nameKey }) => nameLikeness(nameKey) !== nameKey);
  const plain = await firstNamed(tx, portalId, [...new Set(spelled.map(({ nameKey }) => nameLikeness(nameKey)))]);
  const last = rows.length < atOnce ? undefined : rows.at(-1);
  const ids = [...together, ...spelled].map(({ id }) => id);
  return {
    seen: await readWhole(tx, portalId, [...ids, ...plain]),
    behind: last === undefined ? null : { place: last.nameKey, placeId: last.id },
  };
}

/** The first contact of each name; where there are more, they stand side by side and are seen by that. */
async function firstNamed(tx: Db, portalId: number, names: readonly string[]): Promise<number[]> {
  if (names.length === 0) return [];
  const rows = await rowsOf<{ id: number | string | null }>(
    tx,
    sql`select (select id from contact where portal_id = ${portalId} and name_key = given.value order by id limit 1) as id
      from ${givenTexts(names)}`,
  );
  return rows.flatMap(({ id }) => (id === null ? [] : Number(id)));
}

async function readWhole(tx: Db, portalId: number, ids: readonly number[]): Promise<Seen[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: contact.id, name: contact.name, email: contact.email, company: contact.company })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), inArray(contact.id, [...new Set(ids)])))
    .orderBy(asc(contact.id));
  return rows.flatMap(({ id, ...read }): Seen[] => {
    const key = nameAndCompany(read);
    return key === "" ? [] : [{ id, kind: "name", key }];
  });
}
