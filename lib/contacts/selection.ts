import { z } from "zod";
import { readAddress } from "#lib/contacts/address.ts";
import { mostConditions } from "#lib/contacts/conditions.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { readId } from "#lib/contacts/id.ts";
import { mostValues } from "#lib/lists/rule.ts";

const ConditionShape = z.strictObject({
  field: z.string(),
  is: z.string(),
  values: z
    .array(z.string())
    .max(mostValues + 1)
    .readonly(),
});

/** Most contacts that may be chosen one by one; whoever wants more says by a filter which. */
const mostChosen = 10_000;

/**
 * Whom work on many contacts means: contacts by id, or all that match a filter up to the newest one at the time of asking, so
 * that nobody joins whom the person did not see counted. Kept with the work, and read again by each of its steps.
 */
export const ContactSelection = z.strictObject({
  ids: z.array(z.number().int().positive()).max(mostChosen).optional(),
  filter: z
    .strictObject({
      search: z.string().max(200).optional(),
      rule: z.enum(["registered", "unavailable", "pending", "invalid-data", "expired"]).optional(),
      listId: z.number().int().positive().optional(),
      lifecycleStage: z.string().max(100).optional(),
      importId: z.number().int().positive().optional(),
      conditions: z
        .array(ConditionShape)
        .max(mostConditions + 1)
        .readonly()
        .optional(),
    })
    .optional(),
  upTo: z.number().int().positive(),
});
export type ContactSelection = z.infer<typeof ContactSelection>;

/**
 * Whom a form of the bulk bar means: `ids=1&ids=2` (read as "1 2"), or `all=1` with the parameters of the contacts page. Null
 * for nobody.
 */
export function readSelection(read: (name: string) => string, newestId: number): ContactSelection | null {
  if (newestId === 0) return null;
  if (read("all") === "1") return { filter: readAddress(read).filter, upTo: newestId };
  const ids = read("ids").split(/\D+/u, mostChosen).map(readId);
  const chosen = [...new Set(ids)].filter((id) => id > 0);
  return chosen.length === 0 ? null : { ids: chosen, upTo: newestId };
}

/** The filter of a selection that was kept: of everybody where it has none. */
export function filterOf({ filter = {} }: ContactSelection): ContactFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""));
}
