import { readDomain } from "#lib/sales/domain.ts";

/** A registration, of now or of once, whose domain has the look that was asked for. */
export type Likeness = {
  key: string;
  portalId: number | null;
  state: "active" | "expired" | "ended";
  expires: string;
};

type Asked = { key: string; portalId: number; today: string };

/**
 * The domain that this one can be mistaken for, as a portal may know it: named where it is or was the portal's own; '' for
 * somebody else's, which is never named; null where there is none.
 */
export function lookAlikeFor({ key, portalId, today }: Asked, found: readonly Likeness[]): string | null {
  const others = found.filter((each) => each.key !== key);
  const held = others.filter((each) => isHeld(each, today));
  const isOwn = (each: Likeness) => each.portalId === portalId;
  const own = held.find(isOwn) ?? others.find(isOwn);
  return own?.key ?? (held.length > 0 ? "" : null);
}

/** What is said under "Looks like another domain". */
export function lookAlikeInWords(alike: string): string {
  if (alike === "") return "The sales database has a domain that looks almost the same. Check the spelling.";
  const domain = readDomain(alike);
  // Names that look the same are told apart by their plain letters.
  const named = !domain.ok || domain.display === alike ? alike : `${domain.display} (${alike})`;
  return `It looks almost the same as ${named}, which your portal holds or held. Check the spelling.`;
}

function isHeld({ state, expires }: Likeness, today: string): boolean {
  return state === "active" && (expires === "" || expires >= today);
}
