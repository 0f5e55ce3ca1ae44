import { and, desc, eq, lt, sql } from "drizzle-orm";
import { db, preparedOnce } from "#db/client.ts";
import { interaction } from "#db/schema/contact-records.ts";
import { conversion, propertyHistory } from "#db/schema/contacts.ts";
import { list, listMove } from "#db/schema/lists.ts";
import { event } from "#db/schema/sales.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";
import {
  type Around,
  conversionInteraction,
  doneInteraction,
  eventInteraction,
  historyInteraction,
  listInteraction,
} from "#lib/registration/interaction-words.ts";
import {
  type Interaction,
  pageOf,
  type Position,
  type Read,
  type Source,
  type Summary,
  summaryOf,
  together,
} from "#lib/registration/interactions.ts";
import { type InteractionsAddress, newestFirst } from "#lib/registration/interactions-address.ts";
import { timelineColumns } from "#lib/sales/queries/event-columns.ts";

export type InteractionsPage = { lines: readonly Interaction[]; next: Position | null; summary: Summary };

// However much has happened to a contact, a page of it reads no more than this of each source.
const mostRead = 500;
const pageSize = 100;

/** What has happened to a contact, newest first: a page of what is asked for, and how many there are. */
export async function interactionsOf(
  actor: Actor,
  contact: Contact,
  { asked, from }: InteractionsAddress,
): Promise<InteractionsPage> {
  const newest = together(await read(actor, contact, { from: newestFirst, limit: mostRead }));
  const here = from === newestFirst ? newest : together(await read(actor, contact, { from, limit: mostRead }));
  return { ...pageOf(here, asked, { size: pageSize, from }), summary: summaryOf(newest, asked, actor.timeZone) };
}

/** The newest of all; undefined where nothing has happened. */
export async function newestInteraction(actor: Actor, contact: Contact): Promise<Interaction | undefined> {
  // Of two, the first may be an echo of the second.
  const { told } = together(await read(actor, contact, { from: newestFirst, limit: 2 }));
  return told.find(({ isEcho }) => !isEcho);
}

type Wanted = { from: Position; limit: number };

/** The newest lines of each source, all of them by an index on the contact. */
async function read(actor: Actor, contact: Contact, { from, limit }: Wanted): Promise<Read> {
  const of = { portalId: actor.portalId, contactId: contact.id, limit: limit + 1 };
  const wanted = (source: Source) => ({ ...of, before: from[source] });
  const [history, interactions, lists, conversions, events, set] = await Promise.all([
    historyOfContact().execute(wanted("history")),
    doneWithContact().execute(wanted("interactions")),
    movesOfContact().execute(wanted("lists")),
    conversionsOfContact().execute(wanted("conversions")),
    eventsOfContact().execute(wanted("events")),
    propertiesOf(db, actor.portalId),
  ]);
  // The contact names the last import that touched it; it brought it where no other line is an import's.
  const isOnlyImport =
    history.length <= limit && history.every(({ at, source }) => source !== "import" || at === contact.createdAt);
  const importId = isOnlyImport ? contact.importId : null;
  const around: Around = { contact: { ...contact, importId }, set, timeZone: actor.timeZone };
  const upTo = <Row>(rows: readonly Row[], told: (row: Row) => Interaction) => ({
    lines: rows.slice(0, limit).map(told),
    more: rows.length > limit,
  });
  return {
    history: upTo(history, (row) => historyInteraction(row, around)),
    interactions: upTo(interactions, doneInteraction),
    lists: upTo(lists, listInteraction),
    conversions: upTo(conversions, conversionInteraction),
    events: upTo(events, eventInteraction),
  };
}

const portalId = sql.placeholder("portalId");
const contactId = sql.placeholder("contactId");
const before = sql.placeholder("before");
const most = sql.placeholder("limit");

const historyOfContact = preparedOnce((reader) =>
  reader
    .select({
      id: propertyHistory.id,
      at: propertyHistory.at,
      who: propertyHistory.who,
      source: propertyHistory.source,
      changes: propertyHistory.changes,
      runId: propertyHistory.runId,
    })
    .from(propertyHistory)
    .where(
      and(
        eq(propertyHistory.contactId, contactId),
        eq(propertyHistory.portalId, portalId),
        lt(propertyHistory.id, before),
      ),
    )
    .orderBy(desc(propertyHistory.id))
    .limit(most),
);

const doneWithContact = preparedOnce((reader) =>
  reader
    .select({
      id: interaction.id,
      at: interaction.at,
      who: interaction.who,
      kind: interaction.kind,
      about: interaction.about,
    })
    .from(interaction)
    .where(and(eq(interaction.contactId, contactId), eq(interaction.portalId, portalId), lt(interaction.id, before)))
    .orderBy(desc(interaction.id))
    .limit(most),
);

const movesOfContact = preparedOnce((reader) =>
  reader
    .select({
      id: listMove.id,
      at: listMove.at,
      who: listMove.who,
      joined: listMove.joined,
      listId: listMove.listId,
      name: list.name,
    })
    .from(listMove)
    .innerJoin(list, and(eq(list.id, listMove.listId), eq(list.portalId, portalId)))
    .where(and(eq(listMove.contactId, contactId), lt(listMove.id, before)))
    .orderBy(desc(listMove.id))
    .limit(most),
);

const conversionsOfContact = preparedOnce((reader) =>
  reader
    .select({ id: conversion.id, at: conversion.at, form: conversion.form, page: conversion.page })
    .from(conversion)
    .where(and(eq(conversion.contactId, contactId), eq(conversion.portalId, portalId), lt(conversion.id, before)))
    .orderBy(desc(conversion.id))
    .limit(most),
);

const eventsOfContact = preparedOnce((reader) =>
  reader
    .select(timelineColumns)
    .from(event)
    .where(and(eq(event.contactId, contactId), eq(event.portalId, portalId), lt(event.number, before)))
    .orderBy(desc(event.number))
    .limit(most),
);
