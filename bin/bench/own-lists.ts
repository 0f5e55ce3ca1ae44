import { transaction } from "#db/transaction.ts";
import { createSmartList } from "#lib/lists/commands/own-lists.ts";
import type { Clause, Operator, Rule } from "#lib/lists/rule.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { createProperty } from "#lib/properties/commands/own-properties.ts";

/** "Seats", a number: what a filter on a property of the portal's own is measured with. */
export async function makeSeats(actor: Actor): Promise<void> {
  const blank = { group: "contact", hint: "", options: [], least: "", most: "" };
  const made = await transaction((tx) => createProperty(tx, actor, { ...blank, label: "Seats", type: "number" }));
  if (!made.ok) throw new Error(made.no);
}

/** What the contact in this place has in the properties that the lists ask. */
export function listedValues(place: number): { city: string; seats: string } {
  return { city: `City ${place % 500}`, seats: String(place % 1_000) };
}

/** A long one, short ones on a standard and on the own property, and rules of several lines. */
export async function makeList(actor: Actor, at: number): Promise<void> {
  const asked = { name: `List ${at}`, folder: "", rule: ruleOf(at) };
  const made = await transaction((tx) => createSmartList(tx, actor, asked));
  if (!made.ok) throw new Error(made.no);
}

function ruleOf(at: number): Rule {
  if (at === 0) return all({ field: "lifecyclestage", is: "known", values: [] });
  if (at % 3 === 0) return ofSeats("is", String(at));
  if (at % 3 === 1) return all({ field: "city", is: "is", values: [`City ${at}`] });
  return all(
    { field: "company", is: "contains", values: [`${at}1`] },
    { field: "seats", is: "above", values: ["900"] },
  );
}

export function ofSeats(is: Operator, value: string): Rule {
  return all({ field: "seats", is, values: [value] });
}

function all(...parts: Clause[]): Rule {
  return { join: "all", parts };
}
