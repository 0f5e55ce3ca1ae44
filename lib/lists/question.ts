import { type Day, day, daysAfter, startOf } from "#lib/day.ts";
import type { Field, Fields, Source } from "#lib/lists/fields.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";
import { type Clause, type Group, isGroup, type Rule } from "#lib/lists/rule.ts";

/**
 * "In the last 7 days" is another span every day: a rule is always asked as of a day, in the portal's zone. `partnerLists`
 * are those of the portal by id: who is in them follows from the registration.
 */
export type AsOf = { today: Day; timeZone: string; partnerLists: ReadonlyMap<number, PartnerRule> };

/** A bound of an instant is ms since 1970, of anything else its text. A span takes in its beginning and not its end. */
export type Span<Value> = { from: Value | null; below: Value | null };

/**
 * A rule with its dates worked out and its values as they compare (texts in lower case): what is asked of a contact in the
 * store (queries/asked.ts) and in the program (holds.ts), to the same end. A blank value is in no span and has no option.
 */
export type Question =
  | { ask: "all" | "any"; of: readonly Question[] }
  | { ask: "not"; of: Question }
  | { ask: "blank"; source: Source }
  | { ask: "text"; source: Source; how: "equals" | "contains" | "begins" | "ends"; values: readonly string[] }
  | { ask: "number"; source: Source; above: Bound | null; below: Bound | null }
  | { ask: "text-span"; source: Source; span: Span<string> }
  | { ask: "instant-span"; source: Source; span: Span<number> }
  | { ask: "options"; source: Source; values: readonly string[] }
  | { ask: "in-list"; lists: readonly number[] }
  | { ask: "partner-list"; rule: PartnerRule }
  | { ask: "sent-form"; forms: readonly string[] };

/** A limit of a number, and whether the number may be it. */
export type Bound = { number: number; itself: boolean };

/** The rule as it is asked on a day. A field that is no longer there is blank in every contact. */
export function questionOf(rule: Rule, fields: Fields, asOf: AsOf): Question {
  return ofGroup(rule, fields, asOf);
}

function ofGroup({ join, parts }: Group, fields: Fields, asOf: AsOf): Question {
  return {
    ask: join,
    of: parts.map((part) => (isGroup(part) ? ofGroup(part, fields, asOf) : ofClause(part, fields, asOf))),
  };
}

/** One line of a rule. */
export function ofClause(clause: Clause, fields: Fields, asOf: AsOf): Question {
  const field = fields.named(clause.field);
  if (field === undefined) return { ask: clause.is === "blank" ? "all" : "any", of: [] };
  if (clause.is === "blank") return { ask: "blank", source: field.source };
  if (clause.is === "known") return not({ ask: "blank", source: field.source });
  switch (field.type) {
    case "text":
      return ofText(clause, field.source);
    case "number":
      return ofNumber(clause, field.source);
    case "date":
    case "date-time":
      return ofDate(clause, field, asOf);
    case "choice":
    case "boolean":
      return turned(clause, { ask: "text", source: field.source, how: "equals", values: folded(clause) });
    case "choices":
      return ofOptions(clause, field.source);
    case "list":
      return turned(clause, inLists(clause.values.map(Number), asOf));
    case "form":
      return turned(clause, { ask: "sent-form", forms: clause.values });
  }
}

function inLists(ids: readonly number[], { partnerLists }: AsOf): Question {
  const rules = ids.flatMap((id) => partnerLists.get(id) ?? []);
  const lists = ids.filter((id) => !partnerLists.has(id));
  const partners = rules.map((rule): Question => ({ ask: "partner-list", rule }));
  return { ask: "any", of: lists.length === 0 ? partners : [{ ask: "in-list", lists }, ...partners] };
}

function ofText(clause: Clause, source: Source): Question {
  const values = folded(clause);
  switch (clause.is) {
    case "contains":
    case "contains-not":
      return turned(clause, { ask: "text", source, how: "contains", values });
    case "begins":
    case "ends":
      return { ask: "text", source, how: clause.is, values };
    default:
      return turned(clause, { ask: "text", source, how: "equals", values });
  }
}

function ofNumber(clause: Clause, source: Source): Question {
  const [first = 0, second = 0] = clause.values.map(Number);
  switch (clause.is) {
    case "below":
      return { ask: "number", source, above: null, below: bound(first, "beyond") };
    case "at-most":
      return { ask: "number", source, above: null, below: bound(first, "itself") };
    case "above":
      return { ask: "number", source, above: bound(first, "beyond"), below: null };
    case "at-least":
      return { ask: "number", source, above: bound(first, "itself"), below: null };
    case "between":
      return { ask: "number", source, above: bound(first, "itself"), below: bound(second, "itself") };
    default: {
      const each = clause.values.map(Number).map((number): Question => {
        const exactly = bound(number, "itself");
        return { ask: "number", source, above: exactly, below: exactly };
      });
      return turned(clause, { ask: "any", of: each });
    }
  }
}

function bound(number: number, itself: "itself" | "beyond"): Bound {
  return { number, itself: itself === "itself" };
}

function ofOptions(clause: Clause, source: Source): Question {
  if (clause.is !== "has-all") return turned(clause, { ask: "options", source, values: folded(clause) });
  return { ask: "all", of: folded(clause).map((value) => ({ ask: "options", source, values: [value] })) };
}

function ofDate(clause: Clause, { source, type }: Field, { today, timeZone }: AsOf): Question {
  const days = clause.is === "is" ? clause.values.map((value) => spanOf(clause.is, [value], today)) : [];
  const spans = clause.is === "is" ? days : [spanOf(clause.is, clause.values, today)];
  const of = spans.map(({ from, below }): Question => {
    const [start, end] = [startIn(timeZone, from), startIn(timeZone, below)];
    if (source.from === "instant") return { ask: "instant-span", source, span: { from: start, below: end } };
    if (type === "date") return { ask: "text-span", source, span: { from, below } };
    // Stored in UTC to the minute, so that the texts sort as the times do; in small letters, as all that is compared.
    return { ask: "text-span", source, span: { from: minuteOf(start), below: minuteOf(end) } };
  });
  return of.length === 1 && of[0] !== undefined ? of[0] : { ask: "any", of };
}

function spanOf(is: Clause["is"], values: readonly string[], today: Day): Span<Day> {
  const [first = "", second = ""] = values;
  switch (is) {
    case "before":
      return { from: null, below: day(first) };
    case "after":
      return { from: daysAfter(day(first), 1), below: null };
    case "between":
      return { from: day(first), below: daysAfter(day(second), 1) };
    case "last-days":
      return { from: daysAfter(today, -Number(first)), below: daysAfter(today, 1) };
    case "next-days":
      return { from: today, below: daysAfter(today, Number(first) + 1) };
    case "older-days":
      return { from: null, below: daysAfter(today, -Number(first)) };
    default:
      return { from: day(first), below: daysAfter(day(first), 1) };
  }
}

function startIn(timeZone: string, on: Day | null): number | null {
  return on === null ? null : startOf(on, timeZone);
}

function minuteOf(at: number | null): string | null {
  return at === null ? null : `${new Date(at).toISOString().slice(0, 16)}z`.toLowerCase();
}

function folded({ values }: Clause): string[] {
  return values.map((value) => value.toLowerCase());
}

/** "Is not" is true exactly where "is" is not: of blank values too. */
function turned({ is }: Clause, question: Question): Question {
  return is === "is-not" || is === "contains-not" ? not(question) : question;
}

function not(of: Question): Question {
  return { ask: "not", of };
}
