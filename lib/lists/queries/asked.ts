import { type SQL, sql } from "drizzle-orm";
import { contact, conversion } from "#db/schema/contacts.ts";
import { listMember } from "#db/schema/lists.ts";
import { contactValue } from "#db/schema/properties.ts";
import type { Source } from "#lib/lists/fields.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import type { Question, Span } from "#lib/lists/question.ts";
import { numberKey, textKey } from "#lib/properties/value-key.ts";

/**
 * The question as a condition on `contact`, true or false and never unknown: the same as `holds`, in the store's words. Names
 * and values are bound, never written into the statement.
 */
export function asked(question: Question): SQL {
  const index = inIndex(question);
  if (index !== null) return sql`${contact.id} in (select ${contactValue.contactId} from ${index})`;
  switch (question.ask) {
    case "all":
      return joined(question.of.map(asked), sql` and `, sql`1 = 1`);
    case "any":
      return joined(question.of.map(asked), sql` or `, sql`1 = 0`);
    case "not":
      return sql`not (${asked(question.of)})`;
    case "blank":
      return blank(question.source);
    case "text":
      return ofText(question);
    case "number":
      return ofNumber(question);
    case "text-span":
      return ofTextSpan(question);
    case "instant-span":
      return ofInstantSpan(question);
    case "options":
      return ofOptions(question);
    case "in-list":
      return sql`exists (select 1 from ${listMember} where ${listMember.listId} in ${question.lists} and ${listMember.contactId} = ${contact.id})`;
    case "partner-list":
      return inPartnerList(question.rule);
    case "sent-form":
      return sql`exists (select 1 from ${conversion} where ${conversion.contactId} = ${contact.id} and ${conversion.form} in ${question.forms})`;
  }
}

/**
 * The rows of the index of own properties that answer a question, one for each contact (of a choice of several there may be
 * more): what stands behind `from`. Null where no index answers it.
 */
export function inIndex(question: Question): SQL | null {
  const keys = keysAsked(question);
  if (keys === null || !("source" in question)) return null;
  return sql`${contactValue} where ${contactValue.propertyId} = ${ownIdOf(question.source)} and ${keys}`;
}

function keysAsked(question: Question): SQL | null {
  if (!("source" in question) || ownIdOf(question.source) === null) return null;
  switch (question.ask) {
    case "text": {
      const keys = question.values.map(textKey);
      // The index holds the beginning of a long text only.
      const isWhole = keys.every((key, at) => key === question.values[at] && key.length < 200);
      return question.how === "equals" && isWhole ? sql`${contactValue.key} in ${keys}` : null;
    }
    case "number":
      return allOf(boundsOf(question).map(({ sign, number }) => sql`${contactValue.key} ${sign} ${numberKey(number)}`));
    case "text-span":
      return inSpan(sql`${contactValue.key}`, question.span);
    case "options":
      return sql`${contactValue.key} in ${question.values.map(textKey)}`;
    default:
      return null;
  }
}

/** The same truth as `belongs` of the partner lists, in the store's words. */
export function inPartnerList(rule: PartnerRule): SQL {
  switch (rule) {
    case "registered":
      return sql`${contact.status} = 'REGISTERED'`;
    case "unavailable":
      return sql`${contact.status} = 'UNAVAILABLE'`;
    case "invalid-data":
      return sql`${contact.status} = 'INVALID_DATA'`;
    case "pending":
      return sql`${contact.openRequest} is not null`;
    case "expired":
      // Spelled out, or SQLite would not see that the partial index holds all of them.
      return sql`${contact.lapsedOn} <> ''`;
  }
}

type Of<Ask extends Question["ask"]> = Extract<Question, { ask: Ask }>;

function ofText({ source, how, values }: Of<"text">): SQL {
  if (how !== "equals")
    return anyOf(values.map((value) => sql`${textOf(source)} like ${pattern[how](value)} escape '!'`));
  return sql`${textOf(source)} in ${source.from === "column" && source.column === "status" ? values.map(upper) : values}`;
}

const pattern = {
  contains: (value: string) => `%${escaped(value)}%`,
  begins: (value: string) => `${escaped(value)}%`,
  ends: (value: string) => `%${escaped(value)}`,
};

function boundsOf({ above, below }: Of<"number">) {
  return [
    ...(above === null ? [] : [{ sign: above.itself ? sql`>=` : sql`>`, number: above.number }]),
    ...(below === null ? [] : [{ sign: below.itself ? sql`<=` : sql`<`, number: below.number }]),
  ];
}

function ofNumber(question: Of<"number">): SQL {
  const { source } = question;
  const value = source.from === "count" ? sql`${contact[source.column]}` : textOf(source);
  const compared = allOf(
    boundsOf(question).map(({ sign, number }) => sql`${asNumber(value)} ${sign} ${asNumber(sql`${number}`)}`),
  );
  // In a case, since a store may look at the number of a blank before it looks whether it is one.
  return source.from === "count" ? compared : sql`case when ${value} <> '' then ${compared} else 1 = 0 end`;
}

function asNumber(value: SQL): SQL {
  return sql`cast(${value} as double precision)`;
}

function ofTextSpan({ source, span }: Of<"text-span">): SQL {
  const value = textOf(source);
  return sql`(${value} <> '' and ${inSpan(value, span)})`;
}

function ofInstantSpan({ source, span }: Of<"instant-span">): SQL {
  if (source.from !== "instant") return sql`1 = 0`;
  const column = contact[source.column];
  return sql`(${column} is not null and ${inSpan(sql`${column}`, span)})`;
}

function inSpan(value: SQL, { from, below }: Span<string | number>): SQL {
  return allOf([
    ...(from === null ? [] : [sql`${value} >= ${from}`]),
    ...(below === null ? [] : [sql`${value} < ${below}`]),
  ]);
}

function ofOptions({ source, values }: Of<"options">): SQL {
  return anyOf(
    values.map((value) => sql`(';' || ${textOf(source)} || ';') like ${`%;${escaped(value)};%`} escape '!'`),
  );
}

function blank(source: Source): SQL {
  if (source.from === "instant") return sql`${contact[source.column]} is null`;
  if (source.from === "forms")
    return sql`not exists (select 1 from ${conversion} where ${conversion.contactId} = ${contact.id})`;
  return sql`${textOf(source)} = ''`;
}

/** The value as it compares, '' where it is blank. */
function textOf(source: Source): SQL {
  switch (source.from) {
    case "value":
      return sql`coalesce(${contact.folded} ->> cast(${source.name} as text), '')`;
    case "column":
      return source.column === "openKind" ? sql`coalesce(${contact.openKind}, '')` : sql`${contact[source.column]}`;
    case "count":
      return sql`cast(${contact[source.column]} as text)`;
    default:
      return sql`''`;
  }
}

function ownIdOf(source: Source): number | null {
  return source.from === "value" ? (source.ownId ?? null) : null;
}

function anyOf(conditions: readonly SQL[]): SQL {
  return joined(conditions, sql` or `, sql`1 = 0`);
}

function allOf(conditions: readonly SQL[]): SQL {
  return joined(conditions, sql` and `, sql`1 = 1`);
}

function joined(conditions: readonly SQL[], by: SQL, none: SQL): SQL {
  return conditions.length === 0 ? none : sql`(${sql.join([...conditions], by)})`;
}

function upper(value: string): string {
  return value.toUpperCase();
}

/** `%` and `_` of what was typed mean themselves; "!" is the sign before them. */
function escaped(typed: string): string {
  return typed.replace(/[!%_]/g, (sign) => `!${sign}`);
}
