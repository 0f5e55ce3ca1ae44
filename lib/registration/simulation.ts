import { type Day, day, daysAfter, startOf } from "#lib/day.ts";
import { type Crowd, emptyCrowd, hold, letGo } from "#lib/registration/crowd.ts";
import type { Standing } from "#lib/registration/decide.ts";
import { begin, end, type Held, heldByNobody, type Span } from "#lib/registration/held.ts";
import type { Policy } from "#lib/registration/policy.ts";

export type Open = { key: string; portalId: number | null; kind: string };

/** A domain in the history that is told again: as it was, and as it would have been. */
export type Domain = {
  really: Held;
  would: Held;
  /** When each portal lost it, as it would have been (ms since 1970). */
  lost: Map<number | null, number>;
  open: Set<number>;
  /** The number of a pursuit that was refused then and would not have been; it stands behind what was asked before it. */
  late: number | null;
};

/**
 * The history, told again under another policy. What the rules found in a contact is kept as it was: who lacked data lacks it
 * under every policy. What was refused at Save, and what no automatic request asked, left no trace and cannot be told.
 */
export type Simulation = {
  policy: Policy;
  domains: Map<string, Domain>;
  open: Map<number, Open>;
  crowd: Crowd;
  /** Domains by the last day that they would have. */
  ending: Map<string, Set<string>>;
  today: string;
  moving: { contactId: number | null; goesOn: boolean } | null;
  events: number;
  requests: number;
};

export function newSimulation(policy: Policy): Simulation {
  const told = { domains: new Map(), open: new Map(), ending: new Map(), crowd: emptyCrowd() };
  return { policy, ...told, today: "", moving: null, events: 0, requests: 0 };
}

export function domainOf({ domains }: Simulation, key: string): Domain {
  const known = domains.get(key);
  if (known !== undefined) return known;
  const fresh = { really: heldByNobody(), would: heldByNobody(), lost: new Map(), open: new Set<number>(), late: null };
  domains.set(key, fresh);
  return fresh;
}

/** On the first event of a day ends what would have run out before it (event E9). */
export function endOfDays(simulation: Simulation, today: Day): void {
  if (today <= simulation.today) return;
  simulation.today = today;
  for (const [until, keys] of simulation.ending) {
    if (until >= today) continue;
    simulation.ending.delete(until);
    for (const key of keys) {
      const domain = domainOf(simulation, key);
      // From the morning after, whenever somebody came to look.
      if (domain.would.now?.until === until) lose(simulation, key, { at: morningAfter(simulation.policy, until) });
    }
  }
}

function morningAfter({ zone }: Policy, lastDay: string): number {
  return startOf(daysAfter(day(lastDay), 1), zone);
}

export function standingOf({ would, lost }: Domain, portalId: number): Standing {
  if (would.now === null) return { kind: "open", heldBefore: lost.has(portalId) };
  if (would.now.portalId === null) return { kind: "pursued" };
  return { kind: "held", by: would.now.portalId, expires: day(would.now.until) };
}

export function take(simulation: Simulation, key: string, span: Span): void {
  begin(domainOf(simulation, key).would, span);
  hold(simulation.crowd, { portalId: span.portalId, key });
  note(simulation, key, span.until);
}

export function lose(simulation: Simulation, key: string, { at, on }: { at: number; on?: Day }): void {
  const domain = domainOf(simulation, key);
  const portalId = domain.would.now?.portalId ?? null;
  domain.lost.set(portalId, at);
  end(domain.would, on);
  letGo(simulation.crowd, { portalId, key });
}

/** Another last day for whoever would hold it. */
export function renew(simulation: Simulation, key: string, until: string): void {
  const { would } = domainOf(simulation, key);
  if (would.now === null) return;
  would.now = { ...would.now, until };
  note(simulation, key, until);
}

function note({ ending }: Simulation, key: string, until: string): void {
  if (until === "") return;
  const keys = ending.get(until) ?? new Set();
  ending.set(until, keys.add(key));
}
