import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import { checkedConditions } from "#lib/contacts/checked-conditions.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { type Lead, leading, leadingTo, membersOf, withKey, withOwn } from "#lib/contacts/queries/leads.ts";
import { type Candidates, candidatesOf } from "#lib/contacts/queries/searched.ts";
import { ofRules, ofWords, type Stretches } from "#lib/contacts/queries/stretches.ts";
import { escaped, wordsOf } from "#lib/contacts/search-words.ts";
import { type Field, type Fields, fieldsOf } from "#lib/lists/fields.ts";
import { askedOfEach, oneKeyOf, usesIndex } from "#lib/lists/one-key.ts";
import { asked, inIndex, inPartnerList } from "#lib/lists/queries/asked.ts";
import { narrowed } from "#lib/lists/queries/narrowed.ts";
import { readingFor } from "#lib/lists/queries/names.ts";
import { type AsOf, ofClause, type Question } from "#lib/lists/question.ts";
import type { Clause } from "#lib/lists/rule.ts";
import { standardSet } from "#lib/properties/property-set.ts";

/**
 * The filter as a condition, in which the portal always stands. `lead` is an index that has those who match in order of their
 * ids: what stands before `where`, with what is left to ask. `byOwn` are, by property of the portal's own, those that have
 * them in order of its values. `index` has a row for each of them, where nothing else is asked.
 */
export type Matching = {
  where: SQL | undefined;
  lead: Lead | null;
  byOwn: ReadonlyMap<string, Lead>;
  index: SQL | null;
  /** No index knows who matches: contacts are asked one by one. */
  scans: Stretches | null;
  /** Nothing is asked: all contacts of this portal match. */
  all: number | null;
};

/** Whether a page is shown, or work goes through all who match: then an index that answers with a set would be asked each time. */
type Purpose = "page" | "walk";

/** Nobody matches a filter of which a line cannot be read: less is asked by it than was meant. */
export async function matching(
  from: Db,
  portalId: number,
  { filter, purpose, read }: { filter: ContactFilter; purpose: Purpose; read?: FilterRead },
): Promise<Matching> {
  const lines = linesOf(read ?? (await readFilter(from, portalId, filter)));
  if (lines === null) return { where: sql`1 = 0`, lead: null, byOwn: new Map(), index: null, scans: null, all: null };
  const { listId } = filter;
  const others = [eq(contact.portalId, portalId), ...standard(filter)];
  const list = listId === undefined ? [] : [inList(listId)];
  const keyed = listId === undefined ? lines.find(({ question }) => oneKeyOf(question) !== null) : undefined;
  const questions = await questionsFor(from, { lines, keyed, purpose });
  /** All that the lines ask, but for one that an index answers. */
  const linesBut = (line?: Line) =>
    lines.flatMap((each, at) => (each === line ? [] : asked(questions[at] ?? each.question)));
  const without = (line?: Line) => and(...others, ...list, ...linesBut(line));
  const otherLead = () => {
    if (listId !== undefined) return leading(membersOf(listId), and(...others, ...linesBut()));
    const key = keyed === undefined ? null : oneKeyOf(keyed.question);
    return key === null ? null : leading(withKey(key), without(keyed));
  };
  const words = wordsOf(filter.search);
  const onlyFew = listId !== undefined || keyed !== undefined;
  const candidates = purpose === "page" ? await candidatesOf(from, { portalId, words, onlyFew }) : null;
  const lead = candidates === null ? otherLead() : byWords(candidates, without());
  const [only, ...more] = lines;
  const stretch = only !== undefined ? ofRules : words.length > 0 ? ofWords : null;
  const isAlone = more.length === 0 && Object.keys(filter).length === 1;
  return {
    where: without(),
    lead,
    byOwn: new Map(
      lines.flatMap((line) => (line.ownId === null ? [] : [[line.field, leading(withOwn(line.ownId), without(line))]])),
    ),
    index: isAlone && only !== undefined ? (lead?.size ?? indexOf(only)) : null,
    scans: stretch !== null && lead === null && !questions.some(usesIndex) ? { portalId, stretch } : null,
    all: Object.keys(filter).length === 0 ? portalId : null,
  };
}

function byWords(candidates: Candidates, where: SQL | undefined): Lead {
  return "few" in candidates ? leadingTo(candidates.few, where) : leading(candidates.many, where);
}

/** The same with one thing more asked, whichever way it is gone through. */
export function within({ where, lead, byOwn, scans }: Matching, condition: SQL): Matching {
  const further = (each: Lead): Lead => ({ ...each, where: and(each.where, condition) });
  return {
    where: and(where, condition),
    lead: lead === null ? null : further(lead),
    byOwn: new Map([...byOwn].map(([name, each]) => [name, further(each)])),
    index: null,
    scans,
    all: null,
  };
}

/** A line of the filter; `ownId` where it asks only that a property of the portal's own is known, and that gives an order. */
type Line = { field: string; question: Question; ownId: number | null };

/** What the lines of a filter ask, by the fields of the portal, and what is wrong with them. */
export type FilterRead = {
  fields: Fields;
  /** Null where nothing is asked. */
  asOf: AsOf | null;
  clauses: readonly Clause[];
  faults: readonly string[];
};

export async function readFilter(
  from: Db,
  portalId: number,
  { conditions = [] }: Pick<ContactFilter, "conditions">,
): Promise<FilterRead> {
  if (conditions.length === 0) return { fields: standardFields, asOf: null, clauses: [], faults: [] };
  const names = conditions.map(({ field }) => field);
  const { fields, asOf } = await readingFor(from, portalId, names);
  return { fields, asOf, ...checkedConditions(conditions, fields) };
}

const standardFields = fieldsOf(standardSet);

/** Null where a line cannot be read. */
function linesOf({ fields, asOf, clauses, faults }: FilterRead): Line[] | null {
  if (faults.length > 0) return null;
  if (asOf === null) return [];
  return clauses.map((clause) => {
    const ownId = clause.is === "known" ? orderedBy(fields.named(clause.field)) : null;
    return { field: clause.field, question: ofClause(clause, fields, asOf), ownId };
  });
}

// Of a choice of several a contact stands in the index several times: it gives no order.
function orderedBy(field: Field | undefined): number | null {
  if (field === undefined || field.type === "choices" || field.source.from !== "value") return null;
  return field.source.ownId ?? null;
}

type Asking = { lines: readonly Line[]; keyed: Line | undefined; purpose: Purpose };

/** The questions of the lines, in their order, as contacts are best asked them. */
function questionsFor(from: Db, { lines, keyed, purpose }: Asking): Promise<Question[]> {
  return Promise.all(
    lines.map(async (line) => {
      // Where its index does not lead, too many answer it.
      if (purpose === "walk" || line === keyed) return askedOfEach(line.question);
      return narrowed(from, line.question);
    }),
  );
}

/** A row for each contact that answers the line. */
function indexOf({ question, ownId }: Line): SQL | null {
  if (ownId !== null) return leading(withOwn(ownId), undefined).size;
  // Of a choice of several a contact stands in the index several times.
  return question.ask === "options" ? null : inIndex(question);
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
