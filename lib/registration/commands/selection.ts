import { and, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { idsMatching, matching } from "#lib/contacts/queries/matching.ts";

/**
 * Whom a bulk request means: contacts by id, or all that match a filter up to the newest one at the time of asking, so that
 * nobody joins whom the person did not see counted. `outcomes` says which of them to ask for.
 */
export const Selection = z.strictObject({
  ids: z.array(z.number().int().positive()).max(10_000).optional(),
  filter: z
    .strictObject({
      search: z.string().max(200).optional(),
      rule: z.enum(["registered", "unavailable", "pending", "invalid-data", "expired"]).optional(),
      lifecycleStage: z.string().max(100).optional(),
      importId: z.number().int().positive().optional(),
    })
    .optional(),
  upTo: z.number().int().positive(),
  outcomes: z.array(z.enum(["ready", "lacks-data", "registered", "waiting"])),
});
export type Selection = z.infer<typeof Selection>;

export type Step = { selection: Selection; position: number; limit: number };

/** The next contacts meant, behind a position; contacts of other portals are never among them. */
export async function meant(from: Db, portalId: number, { selection, position, limit }: Step): Promise<number[]> {
  const { ids, filter, upTo } = selection;
  const range = { after: position, upTo, limit };
  if (ids === undefined) return idsMatching(from, matching(portalId, plain(filter ?? {})), range);

  const next = ids
    .filter((id) => id > position)
    .toSorted((a, b) => a - b)
    .slice(0, limit);
  return next.length === 0
    ? []
    : idsMatching(from, and(matching(portalId, {}), inArray(contact.id, next)), {
        ...range,
        upTo: Number.MAX_SAFE_INTEGER,
      });
}

function plain(filter: NonNullable<Selection["filter"]>): ContactFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""));
}
