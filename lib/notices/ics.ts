import { type Day, daysAfter } from "#lib/day.ts";

/** What a calendar shows of a registration: its last day, which is the portal's in full. */
export type CalendarEntry = { id: number; key: string; expires: Day; contacts: number };
export type CalendarAsked = { name: string; home: string; stampedOn: Day; entries: readonly CalendarEntry[] };

/**
 * An iCalendar file (RFC 5545): one all-day event a registration. Its UID stays when the registration is renewed, so that the
 * event moves. The same day and registrations give the same bytes.
 */
export function calendarFile({ name, home, stampedOn, entries }: CalendarAsked): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dibs//Expiring registrations//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    ...entries.flatMap((entry) => eventOf(entry, { home, stampedOn })),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventOf({ id, key, expires, contacts }: CalendarEntry, at: { home: string; stampedOn: Day }): string[] {
  const attached = contacts === 1 ? "1 contact is attached." : `${contacts} contacts are attached.`;
  return [
    "BEGIN:VEVENT",
    `UID:registration-${id}@dibs`,
    `DTSTAMP:${compact(at.stampedOn)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(expires)}`,
    // The end of an event is the day on which it is over.
    `DTEND;VALUE=DATE:${compact(daysAfter(expires, 1))}`,
    `SUMMARY:${escaped(`${key} expires`)}`,
    `DESCRIPTION:${escaped(`The last day on which ${key} is registered to you. ${attached}\nSee it: ${at.home}/registration/${key}`)}`,
    `URL:${at.home}/registration/${key}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function compact(day: Day): string {
  return day.replaceAll("-", "");
}

function escaped(text: string): string {
  return text
    .replaceAll("\\", String.raw`\\`)
    .replaceAll(/[;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\r\n]/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, " ");
}

const mostBytes = 75;
const bytes = new TextEncoder();

/** A line has at most 75 bytes; the rest follows behind a blank, and no character is cut in two. */
function folded(line: string): string {
  const pieces = [""];
  let used = 0;
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (used + size > mostBytes) {
      pieces.push("");
      // The blank that begins the next line counts.
      used = 1;
    }
    pieces.push(`${pieces.pop() ?? ""}${sign}`);
    used += size;
  }
  return pieces.join("\r\n ");
}
