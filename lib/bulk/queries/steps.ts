import type { Db } from "#db/client.ts";
import { meant, type Step } from "#lib/contacts/queries/meant.ts";

/**
 * The next contacts that a bulk change has to look at, behind a position. Of those chosen one by one also whoever is not, or
 * no longer, in the portal: each of them is answered for.
 */
export async function idsBehind(from: Db, portalId: number, step: Step): Promise<number[]> {
  const { selection, position, limit } = step;
  if (selection.ids === undefined) return meant(from, portalId, step);
  return [...new Set(selection.ids)]
    .filter((id) => id > position)
    .toSorted((a, b) => a - b)
    .slice(0, limit);
}
