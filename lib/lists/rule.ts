import type { FieldType } from "#lib/lists/fields.ts";

export const operators = [
  "is",
  "is-not",
  "contains",
  "contains-not",
  "begins",
  "ends",
  "below",
  "at-most",
  "above",
  "at-least",
  "between",
  "before",
  "after",
  "last-days",
  "next-days",
  "older-days",
  "has-all",
  "known",
  "blank",
] as const;
export type Operator = (typeof operators)[number];

/** One question about one field; more than one value means any of them. */
export type Clause = { field: string; is: Operator; values: readonly string[] };
export type Group = { join: "all" | "any"; parts: readonly Part[] };
export type Part = Clause | Group;

/** How a smart list is told from the others: at most 5 groups deep and 100 questions long. */
export type Rule = Group;

export const deepest = 5;
export const mostClauses = 100;
export const mostValues = 100;

/** The operators that a field of each type understands, in the order in which they are offered. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ["is", "is-not", "contains", "contains-not", "begins", "ends", "known", "blank"],
  number: ["is", "is-not", "below", "at-most", "above", "at-least", "between", "known", "blank"],
  date: ["is", "before", "after", "between", "last-days", "next-days", "older-days", "known", "blank"],
  "date-time": ["is", "before", "after", "between", "last-days", "next-days", "older-days", "known", "blank"],
  choice: ["is", "is-not", "known", "blank"],
  choices: ["is", "is-not", "has-all", "known", "blank"],
  boolean: ["is", "known", "blank"],
  list: ["is", "is-not"],
  form: ["is", "is-not", "known", "blank"],
};

export function isGroup(part: Part): part is Group {
  return "join" in part;
}

/** Whether who belongs to it changes with the day. */
export function isDaily(rule: Rule): boolean {
  return clausesIn(rule).some(({ is }) => is === "last-days" || is === "next-days" || is === "older-days");
}

export function clausesIn(rule: Rule): Clause[] {
  return rule.parts.flatMap((part) => (isGroup(part) ? clausesIn(part) : [part]));
}

/** How many values an operator takes. */
export function valuesWanted(is: Operator): { least: number; most: number } {
  switch (is) {
    case "known":
    case "blank":
      return { least: 0, most: 0 };
    case "between":
      return { least: 2, most: 2 };
    case "is":
    case "is-not":
    case "contains":
    case "contains-not":
    case "begins":
    case "ends":
    case "has-all":
      return { least: 1, most: mostValues };
    default:
      return { least: 1, most: 1 };
  }
}

/** `at` leads to the part that is wrong: its place in each group from the outermost, as "0.2". */
export type RuleFault = { at: string; message: string };
