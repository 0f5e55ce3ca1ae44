import { day, type Day, daysAfter } from "#lib/day.ts";
import { mondayOf } from "#lib/notices/week-calendar.ts";

/** Which registrations the page Expiring shows: by their last day. */
export type Span = { kind: "soon" } | { kind: "later" } | { kind: "week"; from: Day };
/** Where a page of them begins: behind this one. */
export type After = { expires: Day; id: number };

/** A registration is expiring in its last 60 days. */
export const soonDays = 60;

type Read = (name: string) => string;

/** Reads a URL's parameters; what cannot be read is as if it were not there. */
export function readSpan(read: Read): Span {
  const week = readDay(read("week"));
  if (week !== undefined) return { kind: "week", from: mondayOf(week) };
  return read("show") === "later" ? { kind: "later" } : { kind: "soon" };
}

export function readAfter(read: Read): After | null {
  const [spelled = "", id = ""] = read("after").split("~");
  const expires = readDay(spelled);
  return expires === undefined || !/^\d{1,15}$/.test(id) ? null : { expires, id: Number(id) };
}

/** The parameters of a span, in one order, so that the same page has one URL. */
export function spellSpan(span: Span, after: After | null = null): [name: string, value: string][] {
  const where: [string, string][] = after === null ? [] : [["after", `${after.expires}~${after.id}`]];
  if (span.kind === "week") return [["week", span.from], ...where];
  return span.kind === "later" ? [["show", "later"], ...where] : where;
}

/** The first and the last of the days that are meant; a span without end has none. */
export function daysOf(span: Span, today: Day): { first: Day; last: Day | null } {
  switch (span.kind) {
    case "soon":
      return { first: today, last: daysAfter(today, soonDays) };
    case "later":
      return { first: daysAfter(today, soonDays + 1), last: null };
    case "week":
      return { first: span.from, last: daysAfter(span.from, 6) };
  }
}

function readDay(spelled: string): Day | undefined {
  // Years that a calendar has: nearer the end of time, days could not be added.
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(spelled)) return undefined;
  const read = new Date(spelled);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== spelled ? undefined : day(spelled);
}

/** The most registrations that are taken in hand at once. */
export const mostChosen = 5_000;

/** Ids as a form or an address spells them, "1 2 3"; each once, and nothing that is none. */
export function readIds(spelled: string): number[] {
  const ids = spelled.split(/\D+/u, mostChosen).filter((word) => /^[1-9]\d{0,14}$/.test(word));
  return [...new Set(ids.map(Number))];
}
