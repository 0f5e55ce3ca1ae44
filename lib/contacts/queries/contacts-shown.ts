import { db } from "#db/client.ts";
import type { Address } from "#lib/contacts/address.ts";
import { checkedConditions, type FilterLine, linesOf } from "#lib/contacts/checked-conditions.ts";
import { type ContactsPage, contactsPage, pageSize } from "#lib/contacts/queries/contacts-page.ts";
import { type Column, shownColumns } from "#lib/contacts/shown-columns.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { fieldsOf } from "#lib/lists/fields.ts";
import { fieldsNaming } from "#lib/lists/queries/names.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { type PropertySet, standardSet } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

/** A page of contacts with all that an address asks of it. */
export type ContactsShown = {
  page: ContactsPage;
  columns: readonly Column[];
  lines: readonly FilterLine[];
  /** Why nobody is shown: lines of the filter that cannot be read, in words. */
  faults: readonly string[];
  /** What is shown otherwise than somebody may expect. */
  told: readonly string[];
};

export async function contactsShown(actor: Actor, address: Address): Promise<ContactsShown> {
  const { columns: asked, filter } = address;
  const set =
    asked === undefined && filter.conditions === undefined ? standardSet : await propertiesOf(db, actor.portalId);
  const { columns, properties, told } = shownColumns(asked, set);
  const [page, { lines, faults }] = await Promise.all([
    contactsPage(actor, { ...address, size: pageSize, ...(asked === undefined ? {} : { properties }) }),
    filterInWords(actor, filter),
  ]);
  return { page, columns, lines, faults, told: [...told, ...archivedIn(address, columns, set)] };
}

/** What a filter asks, line by line, and what is wrong with it. */
export async function filterInWords(
  { portalId }: Actor,
  filter: ContactFilter,
): Promise<Pick<ContactsShown, "lines" | "faults">> {
  const { conditions = [] } = filter;
  const names = conditions.map(({ field }) => field);
  const fields = conditions.length === 0 ? standardFields : await fieldsNaming(db, portalId, names);
  return { lines: linesOf(filter, fields), faults: checkedConditions(conditions, fields).faults };
}

const standardFields = fieldsOf(standardSet);

function archivedIn({ filter }: Address, columns: readonly Column[], set: PropertySet): string[] {
  const names = [...columns.map(({ name }) => name), ...(filter.conditions ?? []).map(({ field }) => field)];
  const archived = [...new Set(names)].flatMap((name) => set.named(name) ?? []).filter((each) => each.archived);
  return archived.map(
    ({ label }) => `“${label}” is archived: its values are kept as they are, and not filled any more.`,
  );
}
