import { type SQL, sql } from "drizzle-orm";
import { contact } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import { contactValue } from "#db/schema/properties.ts";
import type { Named } from "#db/search-index.ts";
import type { OneKey } from "#lib/lists/one-key.ts";

/** An index that is gone through instead of the contacts: it stands before `where`, what is left to ask. `size` is the index by itself. */
export type Lead = { from: SQL; contactId: SQL; where: SQL | undefined; size: SQL };

/** The index as it leads to the contacts with what is left to ask; `inOrder`: it has them in the order of their ids. */
export function leading({ table, where: named, id }: Named, where: SQL | undefined, inOrder = true): Lead {
  return {
    from: sql`${table} cross join ${contact} where ${named} and ${contact.id} = ${id} and`,
    contactId: inOrder ? id : sql`${contact.id}`,
    where,
    size: sql`${table} where ${named}`,
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
