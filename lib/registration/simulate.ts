import { type Day, day, dayIn } from "#lib/day.ts";
import { hold, isFull, leave, letGo, wait } from "#lib/registration/crowd.ts";
import { decide } from "#lib/registration/decide.ts";
import { dayOf, handedOver, happened } from "#lib/registration/held.ts";
import { numberIn, type PastEvent, textIn } from "#lib/registration/past-event.ts";
import { capacityOf } from "#lib/registration/policy.ts";
import {
  type Domain,
  domainOf,
  endOfDays,
  lose,
  type Open,
  renew,
  type Simulation,
  standingOf,
  take,
} from "#lib/registration/simulation.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Tells one event more, in order of number: a bounded piece of work, however long the history is. */
export function replay(simulation: Simulation, event: PastEvent): void {
  simulation.events += 1;
  endOfDays(simulation, dayIn(simulation.policy.zone, event.at));
  const domain = domainOf(simulation, event.key);
  happened(domain.really, event, simulation.policy.zone);
  wouldHappen(simulation, domain, event);
}

function wouldHappen(simulation: Simulation, domain: Domain, event: PastEvent): void {
  const { kind, key, portalId, before, after } = event;
  switch (kind) {
    case "requested":
      return requested(simulation, event);
    case "upgraded":
      return upgraded(simulation, event);
    case "withdrawn":
      return close(simulation, numberIn(before, "receipt") ?? 0);
    case "superseded":
      return superseded(simulation, event);
    case "decided":
      return decided(simulation, domain, event);
    case "pursuit-started":
    case "pursuit-refused":
      return pursued(simulation, domain, event);
    case "released":
    case "revoked":
    case "pursuit-ended":
      if (domain.would.now !== null && domain.would.now.portalId === portalId) {
        lose(simulation, key, { at: event.at, on: dayOf(event, simulation.policy.zone) });
      }
      return;
    case "rekeyed":
      return rekeyed(simulation, event);
    case "transferred":
      return transferred(simulation, event, { from: numberIn(before, "from"), to: numberIn(after, "to") });
  }
}

function requested(simulation: Simulation, event: PastEvent): void {
  const { number, key, portalId, contactId, after } = event;
  const kind = textIn(after, "kind");
  const { moving } = simulation;
  simulation.moving = null;
  const opens =
    // A request whose contact moved goes on without being asked again whether it may.
    moving !== null && moving.contactId === contactId
      ? moving.goesOn
      : kind === "pursuit" || (kind === "automatic" ? simulation.policy.automatic : mayAsk(simulation, event));
  if (opens) open(simulation, number, { key, portalId, kind });
}

/** The limits at Save (rules A2 and A3). */
function mayAsk(simulation: Simulation, { key, portalId, at }: PastEvent): boolean {
  const { policy, crowd } = simulation;
  const domain = domainOf(simulation, key);
  if (portalId === null || key === "" || domain.would.now?.portalId === portalId) return true;
  const lostAt = domain.lost.get(portalId);
  if (lostAt !== undefined && at < lostAt + policy.coolDownDays * dayMs) return false;
  return !isFull(crowd, { portalId, key, capacity: capacityOf(policy, portalId) });
}

function open(simulation: Simulation, receipt: number, asked: Open): void {
  simulation.requests += 1;
  simulation.open.set(receipt, asked);
  const domain = domainOf(simulation, asked.key);
  domain.open.add(receipt);
  if (asked.key !== "") wait(simulation.crowd, asked, domain.would.now?.portalId === asked.portalId);
}

function close(simulation: Simulation, receipt: number): void {
  const asked = simulation.open.get(receipt);
  if (asked === undefined) return;
  simulation.open.delete(receipt);
  const domain = domainOf(simulation, asked.key);
  domain.open.delete(receipt);
  leave(simulation.crowd, asked);
  serveLate(simulation, asked.key, domain);
}

/** Asked for by hand now: what would not have been asked by itself is asked for here for the first time. */
function upgraded(simulation: Simulation, event: PastEvent): void {
  const receipt = numberIn(event.after, "receipt") ?? 0;
  const { key, portalId } = event;
  if (simulation.open.has(receipt)) simulation.open.set(receipt, { key, portalId, kind: "manual" });
  else if (mayAsk(simulation, event)) open(simulation, receipt, { key, portalId, kind: "manual" });
}

function superseded(simulation: Simulation, { contactId, before }: PastEvent): void {
  const receipt = numberIn(before, "receipt") ?? 0;
  simulation.moving = { contactId, goesOn: simulation.open.has(receipt) };
  close(simulation, receipt);
}

function decided(simulation: Simulation, domain: Domain, event: PastEvent): void {
  const receipt = numberIn(event.after, "receipt") ?? 0;
  const asked = simulation.open.get(receipt);
  if (asked === undefined) return;
  if (asked.portalId !== null && textIn(event.after, "outcome") !== "invalid-data") {
    answer(simulation, domain, {
      key: event.key,
      portalId: asked.portalId,
      kind: asked.kind,
      today: dayOf(event, simulation.policy.zone),
    });
  }
  close(simulation, receipt);
}

type Turn = { key: string; portalId: number; kind: string; today: Day };

function answer(simulation: Simulation, domain: Domain, { key, portalId, kind, today }: Turn): void {
  const standing = standingOf(domain, portalId);
  const asked = kind === "manual" ? ("manual" as const) : ("automatic" as const);
  const decision = decide({ shortfalls: [], standing, portalId, kind: asked, today }, simulation.policy);
  if (decision.status !== "registered") return;
  const until = decision.expires;
  if (domain.would.now === null) take(simulation, key, { portalId, from: today, until });
  else renew(simulation, key, until);
}

/** The vendor's turn in the queue, or its being turned away at once because somebody held the domain (E14, E14b). */
function pursued(simulation: Simulation, domain: Domain, event: PastEvent): void {
  const receipt = numberIn(event.after, "receipt");
  if (receipt === null) {
    if (domain.would.now !== null) return;
    domain.late = event.number;
    return serveLate(simulation, event.key, domain);
  }
  if (domain.would.now === null && simulation.open.has(receipt)) {
    take(simulation, event.key, { portalId: null, from: dayOf(event, simulation.policy.zone), until: "" });
  }
  close(simulation, receipt);
}

function serveLate(simulation: Simulation, key: string, domain: Domain): void {
  const { late } = domain;
  if (late === null || [...domain.open].some((receipt) => receipt < late)) return;
  domain.late = null;
  if (domain.would.now === null) take(simulation, key, { portalId: null, from: day(simulation.today), until: "" });
}

function transferred(simulation: Simulation, event: PastEvent, way: { from: number | null; to: number | null }): void {
  const { key, at } = event;
  const domain = domainOf(simulation, key);
  if (!handedOver(domain.would, way, dayOf(event, simulation.policy.zone))) return;
  domain.lost.set(way.from, at);
  letGo(simulation.crowd, { portalId: way.from, key });
  hold(simulation.crowd, { portalId: way.to, key });
}

/** Whoever would have held the domain under its old key holds it under the new one, unless somebody is there (event E26). */
function rekeyed(simulation: Simulation, event: PastEvent): void {
  const { key, before, at } = event;
  const old = textIn(before, "key");
  const moving = old === "" ? null : domainOf(simulation, old).would.now;
  if (moving === null || domainOf(simulation, key).would.now !== null) return;
  lose(simulation, old, { at, on: dayOf(event, simulation.policy.zone) });
  take(simulation, key, moving);
}
