import { db } from "#db/client.ts";
import type { Address } from "#lib/contacts/address.ts";
import { type FilterLine, linesOf } from "#lib/contacts/checked-conditions.ts";
import { type ContactsPage, contactsPage, pageSize } from "#lib/contacts/queries/contacts-page.ts";
import { type FilterRead, readFilter } from "#lib/contacts/queries/matching.ts";
import { type Column, shownColumns } from "#lib/contacts/shown-columns.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { standardSet } from "#lib/properties/property-set.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import type { Property } from "#lib/properties/registry.ts";

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
  const read = await readFilter(db, actor.portalId, filter);
  const set = asked === undefined ? standardSet : await propertiesOf(db, actor.portalId);
  const { columns, properties, told } = shownColumns(asked, set);
  const shown = { ...address, size: pageSize, read, ...(asked === undefined ? {} : { properties }) };
  return {
    page: await contactsPage(actor, shown),
    columns,
    lines: linesOf(filter, read.fields),
    faults: read.faults,
    told: [...told, ...archivedIn(properties, read)],
  };
}

/** What a filter asks, line by line. */
export async function filterInWords({ portalId }: Actor, filter: ContactFilter): Promise<readonly FilterLine[]> {
  const { fields } = await readFilter(db, portalId, filter);
  return linesOf(filter, fields);
}

function archivedIn(columns: readonly Property[], { fields, clauses }: FilterRead): string[] {
  const asked = [...columns, ...clauses.flatMap(({ field }) => fields.named(field) ?? [])];
  const archived = new Map(asked.filter((each) => each.archived).map(({ name, label }) => [name, label]));
  return [...archived.values()].map(
    (label) => `“${label}” is archived: its values are kept as they are, and not filled any more.`,
  );
}
