import { day, dayIn, daysAfter, daysBetween, startOf } from "#lib/day.ts";

/** The instant (ms since 1970) at `hour` o'clock UTC of the date so many days before today. */
export type Ago = (days: number, hour: number) => number;

const hourMs = 3_600_000;

export function daysBefore(now: number): Ago {
  const today = dayIn("UTC", now);
  return (days, hour) => startOf(daysAfter(today, -days), "UTC") + hour * hourMs;
}

// Page 1a says "21h ago" of a contact created on 5/5/2014.
const todayOfTheSeed = day("2014-05-06");

/** How many days before the seed's own today a date of its pictures lies. */
export function beforeTheSeed(spelled: string): number {
  return daysBetween(day(spelled), todayOfTheSeed);
}

export function hoursBefore(now: number, hours: number): number {
  return now - hours * hourMs;
}
