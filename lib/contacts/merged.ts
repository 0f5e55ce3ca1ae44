import { type Contact, type Values, withValues } from "#lib/contacts/contact.ts";

/** What a contact takes from the one that is merged into it: what it has itself stays, what it lacks is filled (event E22). */
function mergedValues(survivor: Values, other: Values): Values {
  return Object.fromEntries(
    Object.entries({ ...other, ...survivor }).map(([name, value]) => [
      name,
      value === "" ? (other[name] ?? "") : value,
    ]),
  );
}

/**
 * Both as one. The registration is recomputed, never merged field by field: on the same domain the better standing of the
 * two is kept whole, on different ones the survivor keeps its own.
 */
export function mergedContact(survivor: Contact, other: Contact): Contact {
  const conversions = survivor.conversions + other.conversions;
  const values = mergedValues(survivor.values, other.values);
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
