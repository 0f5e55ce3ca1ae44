import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Db, db, preparedOnce } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { list } from "#db/schema/lists.ts";
import { portal } from "#db/schema/portals.ts";
import { type ContactFilter, ownSorted, type Sort } from "#lib/contacts/filter.ts";
import { countTo } from "#lib/contacts/queries/count-to.ts";
import { type Matching, within } from "#lib/contacts/queries/matching.ts";
import { stretchesOf } from "#lib/contacts/queries/stretches.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** How many match; `exact` is false where counting stopped at 1,000. */
export type Total = { count: number; exact: boolean };

const countedTo = 1_000;

type Asked = { filter: ContactFilter; sort: Sort };

/** Kept counts where there are any; else counted, but never further than 1,000. */
export async function totalOf(actor: Actor, found: Matching, { filter, sort }: Asked): Promise<Total> {
  const { rule, listId, ...others } = filter;
  const narrowed = Object.values(others).some((value) => value !== undefined && value !== "");
  if (!narrowed) {
    const isAll = rule === undefined && listId === undefined;
    return { count: isAll ? (await portalTotals(actor)).contacts : await listTotal(actor, filter), exact: true };
  }

  const count = await countedOf(found, sort);
  return { count: Math.min(count, countedTo), exact: count <= countedTo };
}

/** "3,638 Total contacts", "21h ago Last contact added": kept, so that they cost the same at any size. */
export async function portalTotals(actor: Actor): Promise<{ contacts: number; lastContactAt: number | null }> {
  const [kept] = await totalsOfPortal().execute({ portalId: actor.portalId });
  return kept ?? { contacts: 0, lastContactAt: null };
}

const totalsOfPortal = preparedOnce((reader) =>
  reader
    .select({ contacts: portal.contacts, lastContactAt: portal.lastContactAt })
    .from(portal)
    .where(eq(portal.hubId, sql.placeholder("portalId"))),
);

async function listTotal(actor: Actor, { rule, listId }: Pick<ContactFilter, "rule" | "listId">): Promise<number> {
  const { portalId } = actor;
  const found =
    rule === undefined ? sizeById().execute({ portalId, listId }) : sizeByRule().execute({ portalId, rule });
  const [kept] = await found;
  return kept?.size ?? 0;
}

const sizeById = preparedOnce((reader) => sizeOf(reader, eq(list.id, sql.placeholder("listId"))));
const sizeByRule = preparedOnce((reader) => sizeOf(reader, eq(list.rule, sql.placeholder("rule"))));

function sizeOf(reader: Db, which: SQL) {
  return reader
    .select({ size: list.size })
    .from(list)
    .where(and(eq(list.portalId, sql.placeholder("portalId")), which));
}

/** How many match, counted no further than just over the limit. */
async function countedOf(found: Matching, sort: Sort): Promise<number> {
  if (found.index !== null) return countTo(db, countedTo + 1, found.index);
  if (found.scans === null || found.byOwn.has(ownSorted(sort) ?? ""))
    return countTo(db, countedTo + 1, leading(found, sort));
  let count = 0;
  for await (const some of stretchesOf(db, found.scans, { behind: null, ascending: false })) {
    count += await countTo(db, countedTo + 1 - count, leading(within(found, some), sort));
    if (count > countedTo) break;
  }
  return count;
}

/** What those who match are counted by. */
function leading({ where, lead, byOwn }: Matching, sort: Sort): SQL {
  const led = byOwn.get(ownSorted(sort) ?? "") ?? lead;
  return led === null ? sql`${contact} where ${where}` : sql`${led.from} ${led.where}`;
}
