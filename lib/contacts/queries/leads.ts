import { type SQL, sql } from "drizzle-orm";
import { isAmong, rowsWithIds } from "#db/ask.ts";
import { contact } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import { contactValue } from "#db/schema/properties.ts";
import type { Named } from "#db/search-index.ts";
import type { OneKey } from "#lib/lists/one-key.ts";

/** An index that is gone through instead of the contacts: it stands before `where`, what is left to ask. `size` is the index by itself. */
export type Lead = { from: SQL; contactId: SQL; where: SQL | undefined; size: SQL };

/** An index that has whom it names in the order of their ids. */
export function leading({ table, where: named, id }: Named, where: SQL | undefined): Lead {
  return {
    from: sql`${table} cross join ${contact} where ${named} and ${contact.id} = ${id} and`,
    contactId: id,
    where,
    size: sql`${table} where ${named}`,
  };
}

/** Some contacts that are known by their ids already. */
export function leadingTo(ids: readonly number[], where: SQL | undefined): Lead {
  return {
    from: sql`${rowsWithIds(contact, ids)} where ${contact.id} = given.value and`,
    contactId: sql`${contact.id}`,
    where,
    size: sql`${contact} where ${isAmong(contact.id, ids)}`,
  };
}

/** The members of a list of the portal's own. */
export function membersOf(listId: number): Named {
  const id = sql`${listMember.contactId}`;
  return { table: sql`${listMember}`, where: sql`${listMember.listId} = ${listId}`, id };
}

/** Who has this value in a property of the portal's own. */
export function withKey({ ownId, key }: OneKey): Named {
  const known = withOwn(ownId);
  return { ...known, where: sql`${known.where} and ${contactValue.key} = ${key}` };
}

/** Who has any value in it. */
export function withOwn(ownId: number): Named {
  const id = sql`${contactValue.contactId}`;
  return { table: sql`${contactValue}`, where: sql`${contactValue.propertyId} = ${ownId}`, id };
}
