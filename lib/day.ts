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

/** The calendar date at `instant` (ms since 1970) in an IANA zone. */
export function dayIn(zone: string, instant: number): Day {
  if (zone === "UTC") return new Date(instant).toISOString().slice(0, 10) as Day;
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as Day;
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
