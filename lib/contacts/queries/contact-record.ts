import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { contact, propertyHistory } from "#db/schema/contacts.ts";
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
    .where(and(eq(contact.portalId, sql.placeholder("portalId")), eq(contact.id, sql.placeholder("id")))),
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

export type FirstLine = Pick<HistoryLine, "source" | "who">;

/** By which way a contact came: the first line of its history. Undefined for one from before history was kept. */
export async function firstLineOf(actor: Actor, contactId: number): Promise<FirstLine | undefined> {
  const [first] = await firstOfContact().execute({ portalId: actor.portalId, contactId });
  return first;
}

const firstOfContact = preparedOnce((reader) =>
  reader
    .select({ source: propertyHistory.source, who: propertyHistory.who })
    .from(propertyHistory)
    .where(ofContact)
    .orderBy(asc(propertyHistory.id))
    .limit(1),
);

const ofContact = and(
  eq(propertyHistory.contactId, sql.placeholder("contactId")),
  eq(propertyHistory.portalId, sql.placeholder("portalId")),
);

/** Since when the lifecycle stage is what it is; null where no line says so. */
export async function stageSince(actor: Actor, contactId: number): Promise<number | null> {
  const [line] = await stageOfContact().execute({ portalId: actor.portalId, contactId });
  return line?.at ?? null;
}

const stageOfContact = preparedOnce((reader) =>
  reader
    .select({ at: propertyHistory.at })
    .from(propertyHistory)
    .where(and(ofContact, namesProperty("lifecyclestage")))
    .orderBy(desc(propertyHistory.id))
    .limit(1),
);

/** A change begins `["city",`; within a value the same signs would have a backslash between them, so nothing else does. */
export function namesProperty(property: string) {
  const begins = `["${property.replace(/[!%_]/g, (sign) => `!${sign}`)}",`;
  return sql`cast(${propertyHistory.changes} as text) like ${`%${begins}%`} escape '!'`;
}
