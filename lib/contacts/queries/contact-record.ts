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

export type HistoryLine = {
  id: number;
  at: number;
  source: "person" | "import" | "form" | "engine" | "demo";
  who: string;
  changes: readonly (readonly [property: string, before: string, after: string])[];
};

const newest = 200;

/** The newest changes of a contact's properties. */
export async function historyOf(actor: Actor, contactId: number): Promise<HistoryLine[]> {
  return db
    .select({
      id: propertyHistory.id,
      at: propertyHistory.at,
      source: propertyHistory.source,
      who: propertyHistory.who,
      changes: propertyHistory.changes,
    })
    .from(propertyHistory)
    .where(and(eq(propertyHistory.contactId, contactId), eq(propertyHistory.portalId, actor.portalId)))
    .orderBy(desc(propertyHistory.id))
    .limit(newest);
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
