import { and, desc, eq, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { contact, conversion, propertyHistory } from "#db/schema/contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";

/** One contact of the portal; one of another portal is not there. */
export async function contactById(actor: Actor, id: number): Promise<Contact | undefined> {
  const [found] = await oneContact().execute({ portalId: actor.portalId, id });
  return found;
}

const oneContact = preparedOnce((reader) =>
  reader
    .select()
    .from(contact)
    .where(and(eq(contact.portalId, sql.placeholder("portalId")), eq(contact.id, sql.placeholder("id"))))
    .prepare(),
);

export type HistoryLine = Pick<typeof propertyHistory.$inferSelect, "id" | "at" | "source" | "who" | "changes">;

const newest = 200;

/** The newest changes of a contact's properties, or of one of them. Reads the contact's own lines by an index, and no others. */
export async function historyOf(
  actor: Actor,
  { contactId, property = "" }: { contactId: number; property?: string },
): Promise<HistoryLine[]> {
  const lines = await db
    .select({
      id: propertyHistory.id,
      at: propertyHistory.at,
      source: propertyHistory.source,
      who: propertyHistory.who,
      changes: propertyHistory.changes,
    })
    .from(propertyHistory)
    .where(
      and(
        eq(propertyHistory.contactId, contactId),
        eq(propertyHistory.portalId, actor.portalId),
        property === "" ? undefined : namesProperty(property),
      ),
    )
    .orderBy(desc(propertyHistory.id))
    .limit(newest);
  if (property === "") return lines;
  return lines.map((line) => ({ ...line, changes: line.changes.filter(([name]) => name === property) }));
}

/** When each property of a contact was changed last (ms since 1970), as far as its newest lines tell. */
export async function lastChanges(actor: Actor, contactId: number): Promise<ReadonlyMap<string, number>> {
  const lines = await historyOf(actor, { contactId });
  return new Map(lines.toReversed().flatMap(({ at, changes }) => changes.map(([name]) => [name, at] as const)));
}

/** A change begins `["city",`; within a value the same signs would have a backslash between them, so nothing else does. */
function namesProperty(property: string) {
  const begins = `["${property.replace(/[!%_]/g, (sign) => `!${sign}`)}",`;
  return sql`cast(${propertyHistory.changes} as text) like ${`%${begins}%`} escape '!'`;
}

export type ConversionLine = { id: number; form: string; page: string; at: number };

export async function conversionsOf(actor: Actor, contactId: number): Promise<ConversionLine[]> {
  return db
    .select({ id: conversion.id, form: conversion.form, page: conversion.page, at: conversion.at })
    .from(conversion)
    .where(and(eq(conversion.contactId, contactId), eq(conversion.portalId, actor.portalId)))
    .orderBy(desc(conversion.id))
    .limit(newest);
}
