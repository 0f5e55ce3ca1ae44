import { and, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { list, listDay, listMember, listMove } from "#db/schema/lists.ts";
import { now } from "#lib/clock.ts";
import { dayIn, daysAfter } from "#lib/day.ts";
import { formsByContact, listsByContact } from "#lib/lists/queries/beside.ts";
import { fieldsToChoose } from "#lib/lists/queries/names.ts";
import { asOfToday } from "#lib/lists/queries/ruled-lists.ts";
import { storedRule } from "#lib/lists/read-rule.ts";
import { type Reason, reasonsOf } from "#lib/lists/why.ts";
import type { Actor } from "#lib/portals/actor.ts";

export type MoveLine = { id: number; contactId: number; name: string | null; at: number; joined: boolean; who: string };

const movesShown = 50;

/** Who joined and who left a list of the portal's own, newest first; `name` is null for a contact that is gone. */
export async function movesOfList(actor: Actor, listId: number, before = Number.MAX_SAFE_INTEGER): Promise<MoveLine[]> {
  return db
    .select({
      id: listMove.id,
      contactId: listMove.contactId,
      name: contact.name,
      at: listMove.at,
      joined: listMove.joined,
      who: listMove.who,
    })
    .from(listMove)
    .innerJoin(list, and(eq(list.id, listMove.listId), eq(list.portalId, actor.portalId)))
    .leftJoin(contact, eq(contact.id, listMove.contactId))
    .where(and(eq(listMove.listId, listId), lt(listMove.id, before)))
    .orderBy(desc(listMove.id))
    .limit(movesShown);
}

export type WeekChange = { joined: number; left: number };

/** What joined and left every list of the portal in the last seven days (UTC), by id. */
export async function changesInWeek(actor: Actor): Promise<Map<number, WeekChange>> {
  const from = daysAfter(dayIn("UTC", now()), -6);
  const rows = await db
    .select({
      id: listDay.listId,
      joined: sql<number>`sum(${listDay.joined})`.mapWith(Number),
      left: sql<number>`sum(${listDay.left})`.mapWith(Number),
    })
    .from(list)
    .innerJoin(listDay, and(eq(listDay.listId, list.id), sql`${listDay.day} >= ${from}`))
    .where(eq(list.portalId, actor.portalId))
    .groupBy(listDay.listId);
  return new Map(rows.map(({ id, joined, left }) => [id, { joined, left }]));
}

export type ListOfContact = { id: number; name: string; kind: "smart" | "static" };

/** The lists of the portal's own that a contact is in, as they were made. */
export async function listsOfContact(actor: Actor, contactId: number): Promise<ListOfContact[]> {
  return db
    .select({ id: list.id, name: list.name, kind: list.kind })
    .from(listMember)
    .innerJoin(list, and(eq(list.id, listMember.listId), eq(list.portalId, actor.portalId)))
    .where(eq(listMember.contactId, contactId))
    .orderBy(list.id);
}

export type Tested = { contact: { id: number; name: string }; member: boolean; reason: Reason | null };

/** Why a contact is, or is not, in a list of the portal's own: line by line. Undefined where there is no such contact or list. */
export async function testContact(actor: Actor, listId: number, asked: string): Promise<Tested | undefined> {
  const [found] = await db
    .select({ definition: list.definition })
    .from(list)
    .where(and(eq(list.portalId, actor.portalId), eq(list.id, listId)));
  const tested = await contactAsked(actor, asked);
  if (found === undefined || tested === undefined) return undefined;
  const lists = (await listsByContact(db, [tested.id])).get(tested.id) ?? new Set<number>();
  const forms = (await formsByContact(db, [tested.id])).get(tested.id) ?? new Set<string>();
  const rule = storedRule(found.definition);
  const by = { fields: await fieldsToChoose(db, actor.portalId), asOf: await asOfToday(db, actor.portalId) };
  return {
    contact: { id: tested.id, name: tested.name },
    member: lists.has(listId),
    reason:
      rule === null ? null : reasonsOf(rule, { subject: tested, beside: { lists, forms }, values: tested.values }, by),
  };
}

/** By id or by e-mail. */
async function contactAsked({ portalId }: Actor, asked: string) {
  const typed = asked.trim().toLowerCase();
  const which = /^\d{1,15}$/.test(typed) ? eq(contact.id, Number(typed)) : eq(contact.emailKey, typed);
  const [found] = await db
    .select()
    .from(contact)
    .where(and(eq(contact.portalId, portalId), which))
    .limit(1);
  return typed === "" ? undefined : found;
}
