import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { isAmong } from "#db/ask.ts";
import { conversion } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";

// What stands beside contacts and rules may ask about.

/** The portal's own lists that each of these contacts is in. */
export async function listsByContact(from: Db, contactIds: readonly number[]): Promise<Map<number, Set<number>>> {
  if (contactIds.length === 0) return new Map();
  const rows = await from
    .select({ contactId: listMember.contactId, of: listMember.listId })
    .from(listMember)
    .where(isAmong(listMember.contactId, contactIds));
  return grouped(rows);
}

/** The forms that each of these contacts has sent, by name. */
export async function formsByContact(from: Db, contactIds: readonly number[]): Promise<Map<number, Set<string>>> {
  if (contactIds.length === 0) return new Map();
  const rows = await from
    .selectDistinct({ contactId: conversion.contactId, of: conversion.form })
    .from(conversion)
    .where(isAmong(conversion.contactId, contactIds));
  return grouped(rows);
}

function grouped<Value>(rows: readonly { contactId: number; of: Value }[]): Map<number, Set<Value>> {
  const byContact = new Map<number, Set<Value>>();
  for (const { contactId, of: value } of rows) {
    const known = byContact.get(contactId) ?? new Set<Value>();
    byContact.set(contactId, known.add(value));
  }
  return byContact;
}

/** The contacts of a list among these. */
export async function membersAmong(
  from: Db,
  listId: number,
  contactIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (contactIds.length === 0) return new Set();
  const rows = await from
    .select({ contactId: listMember.contactId })
    .from(listMember)
    .where(and(eq(listMember.listId, listId), isAmong(listMember.contactId, contactIds)));
  return new Set(rows.map(({ contactId }) => contactId));
}
