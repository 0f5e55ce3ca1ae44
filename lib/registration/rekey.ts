import { readDomain } from "#lib/sales/domain.ts";

/** Something that stands under another domain by the rules and suffix list of today; `to` is '' for one that has none. */
export type Rekeyed = { id: number; portalId: number | null; from: string; to: string };

/** Two holders of what would be one domain: nothing is done about it before people have settled it. */
export type Collision = { to: string; holders: readonly Rekeyed[] };

export type RekeyPlan = { contacts: Rekeyed[]; registrations: Rekeyed[]; collisions: Collision[] };

type Kept = { id: number; portalId: number | null; key: string; typed: string };

/** Which of these read differently now than when they were stored. */
export function readDifferently(kept: readonly Kept[]): Rekeyed[] {
  return kept.flatMap(({ id, portalId, key, typed }) => {
    const domain = readDomain(typed);
    const to = domain.ok ? domain.key : "";
    return to === key ? [] : [{ id, portalId, from: key, to }];
  });
}

/** Registrations that would meet under one key, among each other or with one that stays; `held` are all active ones by key. */
export function collisionsAmong(changed: readonly Rekeyed[], held: ReadonlyMap<string, Rekeyed>): Collision[] {
  const byTarget = Map.groupBy(
    changed.filter(({ to }) => to !== ""),
    ({ to }) => to,
  );
  const moving = new Set(changed.map(({ id }) => id));
  return [...byTarget].flatMap(([to, holders]) => {
    const there = held.get(to);
    const all = there === undefined || moving.has(there.id) ? holders : [...holders, there];
    return all.length > 1 ? [{ to, holders: all }] : [];
  });
}
