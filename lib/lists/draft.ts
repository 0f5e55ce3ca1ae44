import type { Fields } from "#lib/lists/fields.ts";
import {
  type Clause,
  deepest,
  type Group,
  isGroup,
  mostClauses,
  operators,
  operatorsOf,
  type Part,
  valuesWanted,
} from "#lib/lists/rule.ts";

/** What the form of a list holds while it is filled in: nothing in it is checked yet. */
export type Draft = { name: string; folder: string; kind: "smart" | "static"; rule: Group };

export const emptyRule: Group = { join: "all", parts: [{ field: "", is: "known", values: [] }] };

type Typed = { get: (name: string) => unknown; getAll: (name: string) => unknown[] };

/** The names of the inputs of a part; `at` is its place, "0.2", and "" the rule itself. */
export const inputsAt = (at: string) => ({
  field: `field@${at}`,
  is: `is@${at}`,
  value: `value@${at}`,
  join: `join@${at}`,
});

/** Reads the form: `shape` says which parts there are, the inputs of each say what is in it. */
export function readDraft(form: Typed, shape: Group): Draft {
  return {
    name: textOf(form.get("name")),
    folder: textOf(form.get("folder")),
    kind: form.get("kind") === "static" ? "static" : "smart",
    rule: filledGroup(shape, "", form),
  };
}

function filledGroup(group: Group, at: string, form: Typed): Group {
  const join = form.get(inputsAt(at).join);
  return {
    join: join === "any" || join === "all" ? join : group.join,
    parts: group.parts.map((part, place) => {
      const here = placeIn(at, place);
      return isGroup(part) ? filledGroup(part, here, form) : filledClause(part, here, form);
    }),
  };
}

function filledClause(before: Clause, at: string, form: Typed): Clause {
  const inputs = inputsAt(at);
  const field = textOf(form.get(inputs.field) ?? before.field);
  const is = operators.find((each) => each === form.get(inputs.is)) ?? before.is;
  // Of another property another thing is asked: nothing of what was chosen before would fit.
  if (field !== before.field) return { field, is: "is", values: [] };
  const typed = form.getAll(inputs.value).map(textOf);
  return { field, is, values: typed.filter((value) => value.trim() !== "") };
}

/** What a button of the form does to the rule. */
export type Doing = { does: "add" | "group" | "remove" | "none"; at: string };

export function readDoing(pressed: unknown): Doing {
  const [does, at = ""] = textOf(pressed).split("@");
  return { does: does === "add" || does === "group" || does === "remove" ? does : "none", at };
}

/** The rule after the button, with every line asking something that its property understands. */
export function doneTo(rule: Group, doing: Doing, fields: Fields): Group {
  return fittingGroup(doing.does === "none" ? rule : changedGroup(rule, "", doing), fields);
}

function changedGroup(group: Group, at: string, doing: Doing): Group {
  const parts = group.parts.flatMap((part, place): Part[] => {
    const here = placeIn(at, place);
    if (doing.does === "remove" && doing.at === here) return [];
    return isGroup(part) ? [changedGroup(part, here, doing)] : [part];
  });
  if (doing.at !== at) return { ...group, parts };
  if (doing.does === "add") return { ...group, parts: [...parts, { field: "", is: "known", values: [] }] };
  if (doing.does !== "group") return { ...group, parts };
  const other: Group = { join: group.join === "all" ? "any" : "all", parts: emptyRule.parts };
  return { ...group, parts: [...parts, other] };
}

function fittingGroup(group: Group, fields: Fields): Group {
  return {
    ...group,
    parts: group.parts.map((part) => (isGroup(part) ? fittingGroup(part, fields) : fitting(part, fields))),
  };
}

/** Another property may not understand what the one before was asked: then its first question, with no value. */
function fitting(clause: Clause, fields: Fields): Clause {
  const field = fields.named(clause.field);
  if (field === undefined) return { ...clause, is: "known", values: [] };
  const [first = "known"] = operatorsOf[field.type];
  const is = operatorsOf[field.type].includes(clause.is) ? clause.is : first;
  return { ...clause, is, values: clause.values.slice(0, valuesWanted(is).most) };
}

/** Whether another line, or another group, may be added at this depth. */
export function mayGrow(rule: Group, depth: number): { line: boolean; group: boolean } {
  const lines = countLines(rule);
  return { line: lines < mostClauses, group: lines < mostClauses && depth < deepest };
}

function countLines(group: Group): number {
  return group.parts.reduce((sum, part) => sum + (isGroup(part) ? countLines(part) : 1), 0);
}

export function placeIn(at: string, place: number): string {
  return at === "" ? String(place) : `${at}.${place}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
