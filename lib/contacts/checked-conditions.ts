import { type Condition, mostConditions, spellConditions } from "#lib/contacts/conditions.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import type { Fields } from "#lib/lists/fields.ts";
import { readRule } from "#lib/lists/read-rule.ts";
import { type Clause, isGroup, operators } from "#lib/lists/rule.ts";
import { clauseInWords } from "#lib/lists/rule-words.ts";
import { lifecycleStageLabel } from "#lib/properties/lifecycle-stages.ts";

/** The conditions as lines of a rule, all of which have to hold, by the checks of a list's rule; and what is wrong with them. */
export function checkedConditions(
  conditions: readonly Condition[],
  fields: Fields,
): { clauses: Clause[]; faults: string[] } {
  const read = conditions.map((condition) => checked(condition, fields));
  const many =
    conditions.length > mostConditions ? [`A filter has ${mostConditions} lines at most: take some out.`] : [];
  return {
    clauses: read.flatMap((each) => (typeof each === "string" ? [] : [each])),
    faults: [...read.filter((each) => typeof each === "string"), ...many],
  };
}

function checked({ field, is, values }: Condition, fields: Fields): Clause | string {
  const known = fields.named(field);
  if (known === undefined) return `There is no property “${field}”: take this line out.`;
  const operator = operators.find((each) => each === is);
  if (operator === undefined) return `${known.label}: nothing is asked by the word “${is}”. Take this line out.`;
  const clause = { field, is: operator, values };
  const read = readRule({ join: "all", parts: [clause] }, fields);
  if (!read.ok) return `${known.label}: ${read.no[0]?.message ?? "take this line out."}`;
  const [part = clause] = read.value.parts;
  return isGroup(part) ? clause : part;
}

/** A line of a filter in words, and which it is: one of the conditions by its place, or one that has a parameter of its own. */
export type FilterLine = { words: string; line: "stage" | "import" | number };

/** What a filter asks, line by line; the search and the list stand in fields of their own. */
export function linesOf({ lifecycleStage, importId, conditions = [] }: ContactFilter, fields: Fields): FilterLine[] {
  const stage = `Lifecycle Stage is “${lifecycleStageLabel(lifecycleStage ?? "")}”`;
  return [
    ...(lifecycleStage === undefined ? [] : [{ words: stage, line: "stage" as const }]),
    ...(importId === undefined ? [] : [{ words: `Last imported by import ${importId}`, line: "import" as const }]),
    ...conditions.map((condition, line) => ({ words: inWords(condition, fields), line })),
  ];
}

/** All that a filter asks, in one line: "List “Guests”, Search for “acme”, City is “Berlin”". */
export function filterWords({ search }: ContactFilter, lines: readonly FilterLine[], listName = ""): string {
  const words = [
    ...(listName === "" ? [] : [`List “${listName}”`]),
    ...(search === undefined ? [] : [`Search for “${search}”`]),
    ...lines.map((line) => line.words),
  ];
  return words.length === 0 ? "All contacts" : words.join(", ");
}

function inWords(condition: Condition, fields: Fields): string {
  const clause = checked(condition, fields);
  return typeof clause === "string" ? spellConditions([condition]) : clauseInWords(clause, fields);
}
