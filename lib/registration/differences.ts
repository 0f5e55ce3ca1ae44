import type { Span } from "#lib/registration/held.ts";
import type { Simulation } from "#lib/registration/simulation.ts";

/** What another policy would have changed for one portal (null: the vendor) at one domain. */
export type Difference = {
  key: string;
  portalId: number | null;
  change: "gained" | "lost" | "dates";
  really: readonly Span[];
  would: readonly Span[];
};

/** In order of domain and Hub ID, so that the same history gives the same table. */
export function differencesIn({ domains }: Simulation): Difference[] {
  return [...domains]
    .flatMap(([key, { really, would }]) => differencesAt(key, spansOf(really), spansOf(would)))
    .toSorted((one, other) => byText(one.key, other.key) || (one.portalId ?? 0) - (other.portalId ?? 0));
}

function spansOf({ past, now }: { past: readonly Span[]; now: Span | null }): readonly Span[] {
  return now === null ? past : [...past, now];
}

function differencesAt(key: string, really: readonly Span[], would: readonly Span[]): Difference[] {
  if (isSame(really, would)) return [];
  const portals = new Set([...really, ...would].map(({ portalId }) => portalId));
  return [...portals].flatMap((portalId) => {
    const [was, is] = [ofPortal(really, portalId), ofPortal(would, portalId)];
    return isSame(was, is) ? [] : [{ key, portalId, change: changeOf(was, is), really: was, would: is }];
  });
}

function ofPortal(spans: readonly Span[], portalId: number | null): Span[] {
  return spans.filter((span) => span.portalId === portalId);
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every((span, at) => {
      const beside = other[at];
      return span.portalId === beside?.portalId && span.from === beside.from && span.until === beside.until;
    })
  );
}

function changeOf(was: readonly Span[], is: readonly Span[]): Difference["change"] {
  if (was.length === 0) return "gained";
  return is.length === 0 ? "lost" : "dates";
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
