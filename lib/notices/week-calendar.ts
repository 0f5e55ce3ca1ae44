import { type Day, daysAfter } from "#lib/day.ts";

/** Monday to Sunday, and how many registrations have their last day in it. */
export type Week = { from: Day; to: Day; expiring: number };
/** Named by year and month, "2015-05": a week belongs to the month of its Monday. */
export type Month = { name: string; weeks: Week[] };

// A registration of today ends in a year, and that may be in the 54th week from Monday on.
const weeks = 54;

/** The coming year by week, from the week of today on; `expiringOn` says how many have that last day. */
export function yearOfWeeks(today: Day, expiringOn: ReadonlyMap<string, number>): Month[] {
  const first = mondayOf(today);
  const all = Array.from({ length: weeks }, (_, at) => weekFrom(daysAfter(first, at * 7), expiringOn));
  return [...Map.groupBy(all, ({ from }) => from.slice(0, 7))].map(([name, of]) => ({ name, weeks: of }));
}

/** What of it is still to come: the only days whose registrations count. */
export function daysShown(today: Day): { first: Day; last: Day } {
  return { first: today, last: daysAfter(mondayOf(today), weeks * 7 - 1) };
}

export function mondayOf(day: Day): Day {
  return daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7));
}

function weekFrom(from: Day, expiringOn: ReadonlyMap<string, number>): Week {
  let expiring = 0;
  for (let at = 0; at < 7; at += 1) expiring += expiringOn.get(daysAfter(from, at)) ?? 0;
  return { from, to: daysAfter(from, 6), expiring };
}
