import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import { contactValue } from "#db/schema/properties.ts";
import { checkedConditions } from "#lib/contacts/checked-conditions.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import type { Field } from "#lib/lists/fields.ts";
import { type OneKey, oneKeyOf } from "#lib/lists/one-key.ts";
import { asked, inPartnerList } from "#lib/lists/queries/asked.ts";
import { fieldsNaming } from "#lib/lists/queries/names.ts";
import { asOfToday } from "#lib/lists/queries/ruled-lists.ts";
import { ofClause, type Question } from "#lib/lists/question.ts";

/**
 * The filter as a condition, in which the portal always stands. `lead` is an index that has those who match in order of their
 * ids: what stands before `where`, with what is left to ask.
 */
export type Matching = {
  where: SQL | undefined;
  lead: Lead | null;
  /** Under which ids the own properties that the filter names are indexed, where they have an order. */
  ownIds: ReadonlyMap<string, number>;
};
export type Lead = { from: SQL; contactId: SQL; where: SQL | undefined; size: SQL };

/** Nobody matches a filter of which a line cannot be read: less is asked by it than was meant. */
export async function matching(from: Db, portalId: number, filter: ContactFilter): Promise<Matching> {
  const { questions, ownIds } = await linesRead(from, portalId, filter);
  if (questions === null) return { where: sql`1 = 0`, lead: null, ownIds };
  const keys = questions.map(oneKeyOf);
  const led = keys.findIndex((key) => key !== null);
  const key = keys[led] ?? null;
  const others = [eq(contact.portalId, portalId), ...standard(filter)];
  const list = filter.listId === undefined ? [] : [inList(filter.listId)];
  const where = and(...others, ...list, ...questions.map(asked));
  if (filter.listId !== undefined) {
    return { where, lead: byMembers(filter.listId, and(...others, ...questions.map(asked))), ownIds };
  }
  if (key === null) return { where, lead: null, ownIds };
  const rest = questions.filter((_, at) => at !== led).map(asked);
  return { where, lead: byValue(key, and(...others, ...rest)), ownIds };
}

type LinesRead = { questions: Question[] | null; ownIds: ReadonlyMap<string, number> };

/** No questions where a line cannot be read. */
async function linesRead(from: Db, portalId: number, { conditions }: ContactFilter): Promise<LinesRead> {
  if (conditions === undefined || conditions.length === 0) return { questions: [], ownIds: new Map() };
  const names = conditions.map(({ field }) => field);
  const [fields, asOf] = [await fieldsNaming(from, portalId, names), await asOfToday(from, portalId)];
  const { clauses, faults } = checkedConditions(conditions, fields);
  const ownIds = new Map(clauses.flatMap(({ field }) => ownOf(fields.named(field))));
  return { questions: faults.length > 0 ? null : clauses.map((clause) => ofClause(clause, fields, asOf)), ownIds };
}

// Of a choice of several a contact stands in the index several times: it gives no order.
function ownOf(field: Field | undefined): [string, number][] {
  if (field === undefined || field.type === "choices" || field.source.from !== "value") return [];
  const { name, ownId } = field.source;
  return ownId === undefined ? [] : [[name, ownId]];
}

function standard({ rule, lifecycleStage, importId, search }: ContactFilter): (SQL | undefined)[] {
  return [
    rule === undefined ? undefined : inPartnerList(rule),
    lifecycleStage === undefined ? undefined : eq(contact.lifecycleStage, lifecycleStage),
    importId === undefined ? undefined : eq(contact.importId, importId),
    ...wordsOf(search).map((word) => sql`${contact.search} like ${`%${escaped(word)}%`} escape '!'`),
  ];
}

/** Who is in a list of the portal's own, asked of each contact. */
function inList(listId: number): SQL {
  return sql`exists (select 1 from ${listMember} where ${listMember.listId} = ${listId} and ${listMember.contactId} = ${contact.id})`;
}

function byMembers(listId: number, where: SQL | undefined): Lead {
  const members = sql`${listMember.listId} = ${listId}`;
  return {
    from: sql`${listMember} cross join ${contact} where ${members} and ${contact.id} = ${listMember.contactId} and`,
    contactId: sql`${listMember.contactId}`,
    where,
    size: sql`${listMember} where ${members}`,
  };
}

function byValue({ ownId, key }: OneKey, where: SQL | undefined): Lead {
  const values = sql`${contactValue.propertyId} = ${ownId} and ${contactValue.key} = ${key}`;
  return {
    from: sql`${contactValue} cross join ${contact} where ${values} and ${contact.id} = ${contactValue.contactId} and`,
    contactId: sql`${contactValue.contactId}`,
    where,
    size: sql`${contactValue} where ${values}`,
  };
}

function wordsOf(search = ""): string[] {
  return search.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, 8);
}

function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}
