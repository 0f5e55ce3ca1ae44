import type { Db } from "#db/client.ts";
import { deleteRows, insertRows } from "#db/rows.ts";
import { together } from "#db/together.ts";
import { contactValue } from "#db/schema/properties.ts";
import type { Contact, Values } from "#lib/contacts/contact.ts";
import type { PropertySet } from "#lib/properties/property-set.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import type { Property } from "#lib/properties/registry.ts";
import { keysOf } from "#lib/properties/value-key.ts";

type Change = { before: Pick<Contact, "id" | "values"> | null; after: Pick<Contact, "id" | "values"> | null };

/** Keeps the index of own properties (db/schema/properties.ts) with the values; contacts that have none cost nothing. */
export async function indexValues(tx: Db, { all }: PropertySet, changes: readonly Change[]): Promise<void> {
  const differing = changes.filter(({ before, after }) => hasOwn(before?.values) || hasOwn(after?.values));
  if (differing.length === 0) return;
  const own = all.filter(({ ownId }) => ownId !== undefined);
  const gone: IndexRow[] = [];
  const come: IndexRow[] = [];
  for (const { before, after } of differing) {
    const [was, is] = [rowsOf(own, before), rowsOf(own, after)];
    gone.push(...[...was].flatMap(([spelled, row]) => (is.has(spelled) ? [] : [row])));
    come.push(...[...is].flatMap(([spelled, row]) => (was.has(spelled) ? [] : [row])));
  }
  await together(
    () => deleteRows(tx, contactValue, gone),
    () => insertRows(tx, contactValue, come),
  );
}

type IndexRow = { propertyId: number; key: string; contactId: number };

function rowsOf(own: readonly Property[], of: Change["before"]): Map<string, IndexRow> {
  if (of === null) return new Map();
  const rows = own.flatMap((property) =>
    keysOf(property, of.values[property.name] ?? "").map((key) => ({
      propertyId: property.ownId ?? 0,
      key,
      contactId: of.id,
    })),
  );
  // Two options may have one key: each row stands once.
  return new Map(rows.map((row) => [`${row.propertyId} ${row.key}`, row]));
}

function hasOwn(values: Values = {}): boolean {
  return Object.keys(values).some((name) => standardProperty(name) === undefined);
}
