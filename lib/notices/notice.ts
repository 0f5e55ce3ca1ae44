import type { Day } from "#lib/day.ts";

/** What a portal can be told. */
export type News = { portalId: number; key: string } & (
  | { kind: "expiring"; about: { registration: number; expires: Day; days: number; mark: Mark } }
  | { kind: "expired"; about: { registration: number; expires: Day } }
  | { kind: "domain-free"; about: { since: number } }
  | { kind: "transfer-offered"; about: { transfer: number; from: number } }
  | { kind: "transfer-accepted" | "transfer-declined"; about: { transfer: number; by: number } }
  | { kind: "transferred"; about: { transfer: number; from: number; to: number } }
  | { kind: "revoked"; about: { registration: number; reason: string } }
);

/** Days before the last day on which a portal is told (event E10). */
const marks = [1, 7, 30] as const;
type Mark = (typeof marks)[number];
export const firstMark = 30;

/** Which reminder is due with so many days left: only the nearest, so that nobody hears three after a pause. */
export function markOf(daysLeft: number): Mark | undefined {
  return daysLeft < 0 ? undefined : marks.find((mark) => daysLeft <= mark);
}

/** The same words are one notice. The last day is part of them: a renewed registration is reminded of again. */
export function onceOf(news: News): string {
  switch (news.kind) {
    case "expiring":
      return `expiring-${news.about.mark} ${news.about.registration} ${news.about.expires}`;
    case "expired":
      return `expired ${news.about.registration} ${news.about.expires}`;
    case "domain-free":
      return `domain-free ${news.key} ${news.about.since}`;
    case "transfer-offered":
    case "transfer-accepted":
    case "transfer-declined":
    case "transferred":
      return `${news.kind} ${news.about.transfer}`;
    case "revoked":
      return `revoked ${news.about.registration}`;
  }
}
