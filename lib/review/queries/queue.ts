import { and, asc, eq, gt, sql } from "drizzle-orm";
import { db, type Db, preparedOnce } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import { reasonSizesOf } from "#lib/lists/queries.ts";
import { type ReasonRule, reasonRules, rulesIn } from "#lib/lists/reasons.ts";
import type { Actor } from "#lib/portals/actor.ts";
import type { Place, ReviewAddress } from "#lib/review/address.ts";
import { easiestFirst } from "#lib/review/ease.ts";
import { recordsOf } from "#lib/review/queries/records.ts";
import { waiting } from "#lib/review/queries/waiting.ts";
import type { ReviewRecord } from "#lib/review/record.ts";

/** How many contacts still need a verdict; `exact` is false where counting stopped at 1,000. */
export type Left = { count: number; exact: boolean; byReason: readonly { rule: ReasonRule; count: number }[] };

export type ReviewQueue = { left: Left; records: ReviewRecord[]; next: Place | null };

const pageSize = 100;

/** One page of the queue, the easiest first: it costs the same however many wait. */
export async function reviewQueue(actor: Actor, address: ReviewAddress): Promise<ReviewQueue> {
  const [left, sets] = await Promise.all([leftOf(actor), failedSets(actor)]);
  const wanted = easiestFirst(sets).filter(
    (failed) => address.reason === "" || rulesIn(failed).includes(address.reason),
  );
  const rows = await rowsAfter(actor, wanted, address.after);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const next = rows.length > pageSize && last !== undefined ? { failed: last.failed, id: last.id } : null;
  return { left, records: await recordsOf(db, actor, page), next };
}

const countedTo = 1_000;

/** Counted one by one up to 1,000; beyond, the reasons are those of the whole list, as they are kept. */
export async function leftOf(actor: Actor, from: Db = db): Promise<Left> {
  const some = from
    .select({ failed: contact.failed })
    .from(contact)
    .where(waiting(from, actor))
    .limit(countedTo + 1)
    .as("some");
  const sets = await from
    .select({ failed: some.failed, many: sql<number>`count(*)`.mapWith(Number) })
    .from(some)
    .groupBy(some.failed);
  const all = sets.reduce((sum, { many }) => sum + many, 0);
  const kept = all > countedTo ? await reasonSizesOf(actor) : null;
  const counted = (rule: ReasonRule) =>
    sets.reduce((sum, { failed, many }) => sum + (rulesIn(failed).includes(rule) ? many : 0), 0);
  const byReason = reasonRules.map((rule) => ({ rule, count: kept?.get(rule) ?? counted(rule) }));
  return { count: Math.min(all, countedTo), exact: all <= countedTo, byReason };
}

/** Which sets of rules failed in the portal, one seek in the index for each: there are at most 255. */
async function failedSets(actor: Actor): Promise<string[]> {
  const sets: string[] = [];
  for (let after = ""; ;) {
    const [found] = await setAfter().execute({ portalId: actor.portalId, after });
    if (found === undefined) return sets;
    after = found.failed;
    sets.push(after);
  }
}

const setAfter = preparedOnce((on) =>
  on
    .select({ failed: contact.failed })
    .from(contact)
    .where(
      and(
        eq(contact.portalId, sql.placeholder("portalId")),
        sql`${contact.failed} <> ''`,
        gt(contact.failed, sql.placeholder("after")),
      ),
    )
    .orderBy(asc(contact.portalId), asc(contact.failed))
    .limit(1),
);

async function rowsAfter(actor: Actor, sets: readonly string[], after: Place | null): Promise<Contact[]> {
  const begun = after === null ? -1 : sets.indexOf(after.failed);
  const rows: Contact[] = [];
  for (const failed of begun < 0 ? sets : sets.slice(begun)) {
    const beyond = failed === after?.failed ? gt(contact.id, after.id) : undefined;
    const more = await db
      .select()
      .from(contact)
      .where(waiting(db, actor, eq(contact.failed, failed), beyond))
      .orderBy(asc(contact.id))
      .limit(pageSize + 1 - rows.length);
    rows.push(...more);
    if (rows.length > pageSize) break;
  }
  return rows;
}
