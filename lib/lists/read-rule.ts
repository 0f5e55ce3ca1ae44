import { z } from "zod";
import type { Field, Fields } from "#lib/lists/fields.ts";
import {
  type Clause,
  clausesIn,
  deepest,
  type Group,
  isGroup,
  mostClauses,
  mostValues,
  type Operator,
  operators,
  operatorsOf,
  type Rule,
  type RuleFault,
  valuesWanted,
} from "#lib/lists/rule.ts";
import { readValue } from "#lib/properties/value.ts";
import { no, type Result, yes } from "#lib/result.ts";

const longestValue = 500;

const ClauseShape = z.strictObject({
  field: z.string().max(100),
  is: z.enum(operators),
  values: z.array(z.string().max(longestValue)).max(mostValues),
});
const GroupShape: z.ZodType<Group> = z.lazy(() =>
  z.strictObject({ join: z.enum(["all", "any"]), parts: z.array(z.union([ClauseShape, GroupShape])).max(mostClauses) }),
);

/** Reads a rule as it was stored or sent; the values come back as they compare. Every fault is told, and where it is. */
export function readRule(given: unknown, fields: Fields): { ok: true; value: Rule } | { ok: false; no: RuleFault[] } {
  if (depthOf(given) > deepest) return refusedWhole(`Groups may be ${deepest} deep at most: take one out.`);
  const shaped = GroupShape.safeParse(given);
  if (!shaped.success) return refusedWhole("This rule cannot be read: begin a new one.");
  if (clausesIn(shaped.data).length > mostClauses) {
    return refusedWhole(`A rule has ${mostClauses} lines at most: take some out.`);
  }
  const faults: RuleFault[] = [];
  const rule = readGroup(shaped.data, "", { fields, faults });
  return faults.length === 0 ? yes(rule) : { ok: false, no: faults };
}

/** A rule as it was stored, read and checked before; null where there is none. */
export function storedRule(definition: unknown): Rule | null {
  const shaped = GroupShape.safeParse(definition);
  return shaped.success ? shaped.data : null;
}

// Before its shape is checked: what is nested without end would not come back from that.
function depthOf(given: unknown): number {
  let depth = 0;
  let groups = [given].filter(hasParts);
  for (; groups.length > 0 && depth <= deepest; depth += 1) {
    groups = groups.flatMap(({ parts }) => parts).filter(hasParts);
  }
  return depth;
}

function hasParts(given: unknown): given is { parts: unknown[] } {
  return typeof given === "object" && given !== null && Array.isArray(Reflect.get(given, "parts"));
}

type Reading = { fields: Fields; faults: RuleFault[] };

function readGroup(group: Group, at: string, reading: Reading): Group {
  const parts = group.parts.map((part, place) => {
    const here = at === "" ? String(place) : `${at}.${place}`;
    if (isGroup(part)) return readGroup(part, here, reading);
    const read = readClause(part, reading.fields);
    if (!read.ok) reading.faults.push({ at: here, message: read.no });
    return read.ok ? read.value : part;
  });
  return { join: group.join, parts };
}

function readClause(clause: Clause, fields: Fields): Result<Clause, string> {
  const field = fields.named(clause.field);
  if (field === undefined) return no(`There is no property “${clause.field}”: choose another.`);
  if (!operatorsOf[field.type].includes(clause.is)) return no(`${field.label} cannot be asked that: choose another.`);
  const wanted = valuesWanted(clause.is);
  const typed = clause.values.filter((value) => value.trim() !== "");
  if (typed.length < wanted.least) return no(wanted.least === 2 ? "Enter both limits." : "Enter a value.");
  const values: string[] = [];
  for (const each of typed.slice(0, wanted.most)) {
    const read = readOperand(field, clause.is, each);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return yes({ ...clause, values });
}

function readOperand(field: Field, is: Operator, typed: string): Result<string, string> {
  if (is === "last-days" || is === "next-days" || is === "older-days") {
    const days = typed.trim();
    return /^\d{1,4}$/.test(days) ? yes(String(Number(days))) : no("Enter a whole number of days.");
  }
  switch (field.type) {
    case "text":
      return yes(typed.trim());
    case "list":
      return field.options?.some(({ value }) => value === typed) ? yes(typed) : no("Choose a list.");
    case "form":
      return yes(typed.trim());
    case "date-time":
      return readTyped(field, "date", typed);
    default:
      return readTyped(field, field.type, typed);
  }
}

function readTyped(
  { label, options }: Field,
  type: "number" | "date" | "choice" | "choices" | "boolean",
  typed: string,
): Result<string, string> {
  // One option is chosen at a time here, whether or not a contact may have several.
  const asked = type === "choices" ? "choice" : type;
  const read = readValue(
    { name: "", label, group: "", hint: "", type: asked, ...(options === undefined ? {} : { options }) },
    typed,
  );
  if (read.ok) return read;
  switch (asked) {
    case "number":
      return no("Enter a number.");
    case "date":
      return no("Enter a date as YYYY-MM-DD.");
    case "boolean":
      return no("Choose yes or no.");
    case "choice":
      return no(`${label} has no option “${typed}”: choose another.`);
  }
}

function refusedWhole(message: string): { ok: false; no: RuleFault[] } {
  return { ok: false, no: [{ at: "", message }] };
}
