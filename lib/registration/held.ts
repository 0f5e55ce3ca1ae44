import { type Day, day, dayIn } from "#lib/day.ts";
import { isGrant, numberIn, type PastEvent, textIn } from "#lib/registration/past-event.ts";

/** A time in which a portal, or (null) the vendor, holds a domain. `until` is the last day; '' while a pursuit runs. */
export type Span = { portalId: number | null; from: Day; until: string };

/** Who holds a domain, and who held it before, oldest first. */
export type Held = { now: Span | null; past: Span[] };

export function heldByNobody(): Held {
  return { now: null, past: [] };
}

export function begin(held: Held, span: Span): void {
  end(held);
  held.now = span;
}

/** Ends what runs: early, on a day, or on the last day that it had. */
export function end(held: Held, on?: Day): void {
  if (held.now === null) return;
  held.past.push(on === undefined ? held.now : { ...held.now, until: on });
  held.now = null;
}

/** The registry date of an event; a decision says its own. */
export function dayOf({ at, after }: Pick<PastEvent, "at" | "after">, zone: string): Day {
  const on = textIn(after, "on");
  return on === "" ? dayIn(zone, at) : day(on);
}

/** What really happened to a domain, as its events tell it. */
export function happened(held: Held, event: PastEvent, zone: string): void {
  const { kind, portalId, before, after } = event;
  switch (kind) {
    case "decided":
      if (isGrant(textIn(after, "outcome"))) granted(held, event, zone);
      return;
    case "pursuit-started":
      return begin(held, { portalId: null, from: dayOf(event, zone), until: "" });
    case "expired":
      return end(held);
    case "released":
    case "revoked":
      if (held.now?.portalId === portalId) end(held, dayOf(event, zone));
      return;
    case "pursuit-ended":
      if (held.now?.portalId === null) end(held, dayOf(event, zone));
      return;
    case "rekeyed":
      return rekeyed(held, event, zone);
    case "transferred":
      handedOver(held, { from: numberIn(before, "from"), to: numberIn(after, "to") }, dayOf(event, zone));
  }
}

function granted(held: Held, event: PastEvent, zone: string): void {
  const { portalId, after } = event;
  const until = textIn(after, "expires");
  if (held.now?.portalId === portalId && held.now !== null) held.now = { ...held.now, until };
  else begin(held, { portalId, from: dayOf(event, zone), until });
}

/** A registration under another key (event E26): the old domain's line says where it went, the new one's from where it came. */
function rekeyed(held: Held, event: PastEvent, zone: string): void {
  const { key, portalId, contactId, before, after } = event;
  if (contactId !== null) return;
  if (key !== textIn(after, "key")) return end(held, dayOf(event, zone));
  const from = textIn(before, "from");
  begin(held, { portalId, from: from === "" ? dayOf(event, zone) : day(from), until: textIn(before, "expires") });
}

/** The last day moves along with the domain (event E12). */
export function handedOver(held: Held, { from, to }: { from: number | null; to: number | null }, on: Day): boolean {
  if (held.now === null || from === null || to === null || held.now.portalId !== from) return false;
  const { until } = held.now;
  end(held, on);
  held.now = { portalId: to, from: on, until };
  return true;
}
