import type { Condition } from "#lib/contacts/conditions.ts";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";

/** Which contacts of a portal are meant. The whole state of the contacts page is one of these, a sort and a place. */
export type ContactFilter = {
  /** Words to find in name, e-mail, company or website, in any case. */
  search?: string;
  rule?: PartnerRule;
  /** A list of the portal's own. */
  listId?: number;
  lifecycleStage?: string;
  importId?: number;
  /** Whatever else is asked of a contact: every line has to hold. */
  conditions?: readonly Condition[];
};

export const sortKeys = ["created", "name", "email", "company", "stage", "expires"] as const;
type SortKey = (typeof sortKeys)[number];
/** A property of the portal's own by its name: those who have a value, in the order of the values. */
type OwnSort = `own.${string}`;
export type SortBy = SortKey | OwnSort;
export type Sort = { by: SortBy; direction: "asc" | "desc" };

/** The property of the portal's own that a sort goes by; null for any other. */
export function ownSorted({ by }: Pick<Sort, "by">): string | null {
  return by.startsWith("own.") ? by.slice("own.".length) : null;
}

/**
 * The filter of what is shown in this order: who has no value of an own property has no place in its order. As a line of the
 * filter, so that people see it, and whoever does something with all that match means the same.
 */
export function filterOfSorted(filter: ContactFilter, sort: Sort): ContactFilter {
  const name = ownSorted(sort);
  const { conditions = [] } = filter;
  if (name === null || conditions.some(({ field, is }) => field === name && is === "known")) return filter;
  return { ...filter, conditions: [...conditions, { field: name, is: "known", values: [] }] };
}

/** Where a page begins: behind (or before) the contact with this sort value and id. */
export type Place = { value: string; id: number; towards: "next" | "previous" };

const separator = "~";

/** A place as it stands in a URL. */
export function spellPlace({ value, id, towards }: Place): string {
  return [towards === "next" ? "n" : "p", id, encodeURIComponent(value)].join(separator);
}

/** Null for anything that is not a place: the page then starts at the beginning. */
export function readPlace(spelled: string): Place | null {
  const [towards, id, ...value] = spelled.split(separator);
  const place = Number(id);
  if ((towards !== "n" && towards !== "p") || !Number.isSafeInteger(place) || place < 0) return null;
  try {
    return {
      value: decodeURIComponent(value.join(separator)).replaceAll("\0", ""),
      id: place,
      towards: towards === "n" ? "next" : "previous",
    };
  } catch {
    return null;
  }
}
