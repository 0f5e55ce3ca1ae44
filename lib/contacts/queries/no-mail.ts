import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
import type { NoMail } from "#lib/contacts/no-mail.ts";
import { noMailHeadings, noMailLine, type OptedOut } from "#lib/contacts/no-mail-file.ts";
import { namesProperty } from "#lib/contacts/queries/contact-record.ts";
import { csvLine, csvMark } from "#lib/csv-line.ts";
import type { Actor } from "#lib/portals/actor.ts";

type Why = Exclude<NoMail, null>;
const whys: readonly Why[] = ["opted-out", "both", "bounced"];

export type UpTo = { count: number; exact: boolean };
export type NoMailCounts = { optedOut: UpTo; bounced: UpTo };

const countedTo = 10_000;

/** How many opted out and how many bounced; the counting stops at 10,000 of a kind, so that it costs the same at any size. */
export async function noMailCounts(actor: Actor): Promise<NoMailCounts> {
  const [optedOut, both, bounced] = await Promise.all(whys.map((why) => countOf(actor, why)));
  return { optedOut: sumOf(optedOut, both), bounced: sumOf(bounced, both) };
}

async function countOf({ portalId }: Actor, why: Why): Promise<number> {
  const some = db
    .select({ one: sql`1`.as("one") })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), eq(contact.noMail, why)))
    .limit(countedTo + 1);
  const [counted] = await db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some.as("some"));
  return counted?.count ?? 0;
}

function sumOf(one = 0, other = 0): UpTo {
  const exact = one <= countedTo && other <= countedTo;
  return { count: Math.min(one, countedTo) + Math.min(other, countedTo), exact };
}

const rowsAtOnce = 500;

/** Everybody who opted out or bounced, as a file that is made while it is read. */
export async function* noMailFile(actor: Actor): AsyncGenerator<string> {
  yield `${csvMark}${csvLine(noMailHeadings)}`;
  for (const why of whys)
    for (let last = 0; ;) {
      const rows = await contactsBehind(actor, why, last);
      const said = await optedOutOf(
        actor,
        rows.map(({ id }) => id),
      );
      yield rows.map((row) => csvLine(noMailLine(row, said.get(row.id), actor.timeZone))).join("");
      last = rows.at(-1)?.id ?? last;
      if (rows.length < rowsAtOnce) break;
    }
}

function contactsBehind({ portalId }: Actor, why: Why, last: number) {
  return db
    .select({ id: contact.id, values: contact.values })
    .from(contact)
    .where(and(eq(contact.portalId, portalId), eq(contact.noMail, why), gt(contact.id, last)))
    .orderBy(asc(contact.id))
    .limit(rowsAtOnce);
}

/** When, by whom and by which way these contacts were last opted out. */
async function optedOutOf({ portalId }: Actor, ids: readonly number[]): Promise<Map<number, OptedOut>> {
  if (ids.length === 0) return new Map();
  const lines = await db
    .select({
      contactId: propertyHistory.contactId,
      at: propertyHistory.at,
      source: propertyHistory.source,
      who: propertyHistory.who,
    })
    .from(propertyHistory)
    .where(
      and(
        inArray(propertyHistory.contactId, [...ids]),
        eq(propertyHistory.portalId, portalId),
        namesProperty("email_opt_out"),
      ),
    )
    .orderBy(desc(propertyHistory.id));
  return new Map(lines.toReversed().map((line) => [line.contactId, line]));
}
