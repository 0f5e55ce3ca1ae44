import { type Contact, type Values, withValues } from "#lib/contacts/contact.ts";

/** Days in which a merge can be undone. */
export const undoableDays = 30;

/** The properties of which the other one's value was chosen, by name. */
export type Chosen = ReadonlySet<string>;

const noneChosen: Chosen = new Set();

type Two = { survivor: Values; other: Values };

/** What the survivor has itself stays, what it lacks is filled (event E22), unless the other's value was chosen. */
function winnerOf(name: string, { survivor, other }: Two, chosen: Chosen): string {
  const [own, theirs] = [survivor[name] ?? "", other[name] ?? ""];
  return own === "" || (chosen.has(name) && theirs !== "") ? theirs : own;
}

function mergedValues(two: Two, chosen: Chosen): Values {
  const names = new Set([...Object.keys(two.survivor), ...Object.keys(two.other)]);
  const won = [...names].map((name): [string, string] => [name, winnerOf(name, two, chosen)]);
  return Object.fromEntries(won.filter(([, value]) => value !== ""));
}

/** A property in which the two differ: both have it, or only one of them. */
export type Difference = { name: string; own: string; theirs: string; has: "both" | "survivor" | "other" };

/** Where two contacts differ, side by side, and in how many properties they do not. */
export function sideBySide({ survivor, other }: Two): { differences: Difference[]; same: number } {
  const names = [...new Set([...Object.keys(survivor), ...Object.keys(other)])];
  const differences = names.flatMap((name): Difference[] => {
    const [own, theirs] = [survivor[name] ?? "", other[name] ?? ""];
    if (own === theirs) return [];
    if (own === "" || theirs === "") return [{ name, own, theirs, has: own === "" ? "other" : "survivor" }];
    return [{ name, own, theirs, has: "both" }];
  });
  return { differences, same: names.length - differences.length };
}

/**
 * Both as one. The registration is recomputed, never merged field by field: on the same domain the better standing of the
 * two is kept whole, on different ones the survivor keeps its own.
 */
export function mergedContact(survivor: Contact, other: Contact, chosen: Chosen = noneChosen): Contact {
  const conversions = survivor.conversions + other.conversions;
  const values = mergedValues({ survivor: survivor.values, other: other.values }, chosen);
  const counted = conversions === 0 ? values : { ...values, conversion_events: String(conversions) };
  const filled = withValues(survivor, counted);
  const better = filled.domainKey === other.domainKey && rank(other) > rank(filled);
  return {
    ...filled,
    ...(better ? standingOf(other) : {}),
    conversions,
    lastConversionAt: latest(survivor.lastConversionAt, other.lastConversionAt),
  };
}

/** What a merge made of the survivor: its values before and right after, and how many forms came over. */
export type Merging = { before: Values; after: Values; conversions: number };

/** The survivor's values once a merge is undone: it gives back what it took, where that still stands as the merge left it. */
export function valuesGivenBack(now: Values, { before, after, conversions }: Merging): Values {
  const back: Record<string, string> = { ...now };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const stands = (now[name] ?? "") === (after[name] ?? "");
    if (stands && (before[name] ?? "") !== (after[name] ?? "")) back[name] = before[name] ?? "";
  }
  if (conversions > 0) back["conversion_events"] = formsLeft(now, before, conversions);
  return Object.fromEntries(Object.entries(back).filter(([, value]) => value !== ""));
}

// Forms that came since are counted too.
function formsLeft(now: Values, before: Values, conversions: number): string {
  const left = Number(now["conversion_events"] ?? 0) - conversions;
  return left > 0 ? String(left) : (before["conversion_events"] ?? "");
}

/**
 * What the two give up: `leaves` is whoever is registered with a domain that the whole is no part of, `withdraws` whose open
 * request ends. Of two for the whole's domain the earlier goes on.
 */
export function givenUpByMerging({ survivor, other, whole }: { survivor: Contact; other: Contact; whole: Contact }): {
  leaves: Contact[];
  withdraws: Contact[];
} {
  const both = [survivor, other];
  const open = both
    .filter(({ openRequest }) => openRequest !== null)
    .toSorted((a, b) => (a.openRequest ?? 0) - (b.openRequest ?? 0));
  const goesOn =
    open.find(({ domainKey }) => domainKey === whole.domainKey) ?? open.find(({ id }) => id === survivor.id);
  return {
    leaves: both.filter(({ registrationId }) => registrationId !== null && registrationId !== whole.registrationId),
    withdraws: open.filter((each) => each !== goesOn),
  };
}

const ranks = { REGISTERED: 3, UNAVAILABLE: 2, INVALID_DATA: 1, "": 0 } as const;

function rank({ status }: Contact): number {
  return ranks[status];
}

function standingOf(contact: Contact) {
  const { status, message, expires, shortfalls, failed, registrationId, lapsedOn, decidedBy, syncedAt } = contact;
  return { status, message, expires, shortfalls, failed, registrationId, lapsedOn, decidedBy, syncedAt };
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
