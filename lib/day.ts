import { Temporal } from "temporal-polyfill";

/** A calendar date, `YYYY-MM-DD`, in some known zone. Sorts as text. */
export type Day = string & { readonly __day: true };

const dayMs = 24 * 60 * 60 * 1000;
const daySpelling = /^\d{4}-\d{2}-\d{2}$/;

/** Throws on anything that is not a calendar date spelled `YYYY-MM-DD`. */
export function day(spelled: string): Day {
  if (!daySpelling.test(spelled)) throw new RangeError(`not a day: ${spelled}`);
  // Date, not Temporal: this and `daysBetween` run in the browser too, which need not load a calendar for them.
  if (new Date(spelled).toISOString().slice(0, 10) !== spelled) throw new RangeError(`no such day: ${spelled}`);
  return spelled as Day;
}

/** Null for anything that is not a calendar date spelled `YYYY-MM-DD`. */
export function dayNamed(spelled: string): Day | null {
  try {
    return day(spelled);
  } catch {
    return null;
  }
}

const quarterMs = 15 * 60 * 1000;
/** By zone, then by the quarters of an hour since 1970: together never more than `mostKept`. */
const keptDays = new Map<string, Map<number, Day>>();
const mostKept = 50_000;
let kept = 0;

/**
 * The calendar date at `instant` (ms since 1970, not before 1980) in an IANA zone. Kept by the quarter of an hour, on which
 * days have begun everywhere since 1980: asked anew, the dates of a page of contacts cost more than the page.
 */
export function dayIn(zone: string, instant: number): Day {
  const quarter = Math.floor(instant / quarterMs);
  return keptDays.get(zone)?.get(quarter) ?? keep(zone, quarter, reckonedIn(zone, instant));
}

function reckonedIn(zone: string, instant: number): Day {
  const spelled =
    zone === "UTC"
      ? new Date(instant).toISOString().slice(0, 10)
      : Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  return spelled as Day;
}

function keep(zone: string, quarter: number, found: Day): Day {
  if (kept >= mostKept) {
    keptDays.clear();
    kept = 0;
  }
  const days = keptDays.get(zone) ?? new Map<number, Day>();
  keptDays.set(zone, days.set(quarter, found));
  kept += 1;
  return found;
}

/** The same date `years` later; 29 February becomes 28 February. */
export function yearsAfter(from: Day, years: number): Day {
  return Temporal.PlainDate.from(from).add({ years }, { overflow: "constrain" }).toString() as Day;
}

export function daysAfter(from: Day, days: number): Day {
  return Temporal.PlainDate.from(from).add({ days }).toString() as Day;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** The instant (ms since 1970) at which `on` begins in `zone`. */
export function startOf(on: Day, zone: string): number {
  return Temporal.PlainDate.from(on).toZonedDateTime(zone).epochMilliseconds;
}

/** "2026-05-06 14:30": the minute of an instant (ms since 1970) in an IANA zone. */
export function minuteIn(zone: string, instant: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return at.toString({ smallestUnit: "minute" }).replace("T", " ");
}
