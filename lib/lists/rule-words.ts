import type { Field, Fields } from "#lib/lists/fields.ts";
import { type Clause, type Group, isGroup, type Operator } from "#lib/lists/rule.ts";
import { count, longDay } from "#lib/words.ts";

const plain: Readonly<Record<Operator, string>> = {
  is: "is",
  "is-not": "is not",
  contains: "contains",
  "contains-not": "does not contain",
  begins: "begins with",
  ends: "ends with",
  below: "is below",
  "at-most": "is at most",
  above: "is above",
  "at-least": "is at least",
  between: "is between",
  before: "is before",
  after: "is after",
  "last-days": "is in the last days",
  "next-days": "is in the next days",
  "older-days": "is more days ago than",
  "has-all": "has all of",
  known: "is known",
  blank: "is blank",
};

const ofType: Partial<Record<Field["type"], Partial<Record<Operator, string>>>> = {
  date: { is: "is on" },
  "date-time": { is: "is on" },
  choices: { is: "has any of", "is-not": "has none of" },
  list: { is: "is in", "is-not": "is not in" },
  form: { is: "was sent", "is-not": "was not sent", known: "was ever sent", blank: "was never sent" },
};

/** An operator as a field of this type is asked it. */
export function operatorInWords(type: Field["type"], is: Operator): string {
  return ofType[type]?.[is] ?? plain[is];
}

/** "City is “Berlin” or “Paris”, and Created on is in the last 7 days" */
export function ruleInWords(rule: Group, fields: Fields): string {
  const parts = rule.parts.map((part) => {
    if (!isGroup(part)) return clauseInWords(part, fields);
    return part.parts.length > 1 ? `(${ruleInWords(part, fields)})` : ruleInWords(part, fields);
  });
  return parts.filter((part) => part !== "").join(rule.join === "all" ? ", and " : ", or ");
}

export function clauseInWords({ field: name, is, values }: Clause, fields: Fields): string {
  const field = fields.named(name);
  if (field === undefined) return name === "" ? "" : `a property that is gone (${name}) ${plain[is]}`;
  return `${field.label} ${asked(field, is, values)}`.trim();
}

function asked(field: Field, is: Operator, values: readonly string[]): string {
  const [first = "…", second = "…"] = values;
  switch (is) {
    case "known":
    case "blank":
      return operatorInWords(field.type, is);
    case "last-days":
      return `is in the last ${count(Number(first), "day")}`;
    case "next-days":
      return `is in the next ${count(Number(first), "day")}`;
    case "older-days":
      return `is more than ${count(Number(first), "day")} ago`;
    case "between":
      return `is between ${valueInWords(field, first)} and ${valueInWords(field, second)}`;
    default: {
      const words = values.length === 0 ? ["…"] : values.map((value) => valueInWords(field, value));
      const between = is === "has-all" ? " and " : " or ";
      return `${operatorInWords(field.type, is)} ${words.join(between)}`;
    }
  }
}

function valueInWords({ type, options }: Field, value: string): string {
  switch (type) {
    case "number":
      return value;
    case "date":
    case "date-time":
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? longDay(value) : value;
    case "boolean":
      return value === "true" ? "yes" : "no";
    default:
      return `“${options?.find((option) => option.value === value)?.label ?? value}”`;
  }
}
