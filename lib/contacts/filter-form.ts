import { checkedConditions } from "#lib/contacts/checked-conditions.ts";
import type { Condition } from "#lib/contacts/conditions.ts";
import type { Fields } from "#lib/lists/fields.ts";
import { operators, valuesWanted } from "#lib/lists/rule.ts";

type ReadEvery = (name: string) => readonly string[];

/** What the form "Add filter" has sent: a line to add, or what is wrong with it. Null while its first half is filled in. */
export type LineAdded = { condition: Condition; fault: string | null };

export function readLineAdded(every: ReadEvery, fields: Fields): LineAdded | null {
  const [field = "", is] = [every("field")[0], every("is")[0]];
  if (is === undefined) return null;
  const condition = { field, is, values: valuesOf(every, is) };
  const { faults } = checkedConditions([condition], fields);
  return { condition, fault: faults[0] ?? null };
}

/** Days stand in a field of their own; of the others as many count as are asked for. */
function valuesOf(every: ReadEvery, is: string): string[] {
  const operator = operators.find((each) => each === is);
  if (operator === undefined) return [];
  const typed = every(operator.endsWith("-days") ? "days" : "value").map((value) => value.trim());
  return typed.filter((value) => value !== "").slice(0, valuesWanted(operator).most);
}
