import { db } from "#db/client.ts";
import { checkedConditions, type FilterLine, linesOf } from "#lib/contacts/checked-conditions.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { fieldsNaming } from "#lib/lists/queries/names.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** What a filter asks in words, and what is wrong with it: of a filter with a fault nobody is shown. */
export type FilterTold = { lines: readonly FilterLine[]; faults: readonly string[] };

export async function toldOf({ portalId }: Actor, filter: ContactFilter): Promise<FilterTold> {
  const { conditions = [] } = filter;
  const names = conditions.map(({ field }) => field);
  const fields = await fieldsNaming(db, portalId, names);
  return { lines: linesOf(filter, fields), faults: checkedConditions(conditions, fields).faults };
}
