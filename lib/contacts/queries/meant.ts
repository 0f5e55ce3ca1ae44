import { and, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { ContactFilter } from "#lib/contacts/filter.ts";
import { idsMatching, matching } from "#lib/contacts/queries/matching.ts";
import type { ContactSelection } from "#lib/contacts/selection.ts";

export type Step = { selection: ContactSelection; position: number; limit: number };

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

function plain(filter: NonNullable<ContactSelection["filter"]>): ContactFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""));
}
