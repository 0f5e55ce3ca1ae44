import { dayNamed, daysAfter, startOf } from "#lib/day.ts";

/** A moment of the past, as somebody names it: the number of an event (a receipt is one), or a time. */
export type Named = { number: number } | { before: number };

const minuteMs = 60_000;
const spelling = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?$/;

/**
 * Reads "3512" as the receipt or event of that number, "2014-05-06" as the end of that day and "2014-05-06 14:30" as the end
 * of that minute, both in the registry's zone. Null for anything else.
 */
export function readMoment(typed: string, zone: string): Named | null {
  const text = typed.trim();
  if (/^\d{1,15}$/.test(text)) return { number: Number(text) };
  const [, date = "", hours, minutes] = spelling.exec(text) ?? [];
  const on = dayNamed(date);
  if (on === null) return null;
  if (hours === undefined || minutes === undefined) return { before: startOf(daysAfter(on, 1), zone) };
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return { before: startOf(on, zone) + (Number(hours) * 60 + Number(minutes) + 1) * minuteMs };
}
