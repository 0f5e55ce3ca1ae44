import { expect, test } from "vitest";
import { day } from "#lib/day.ts";
import { calendarFile } from "#lib/notices/ics.ts";

const entry = { id: 4711, key: "acme.com", expires: day("2015-12-31"), contacts: 2 };
const asked = { name: "Quayside Growth", home: "https://dibs.example", stampedOn: day("2015-05-06"), entries: [entry] };

test("a registration is an all-day event on its last day, which ends on the day after", () => {
  expect(calendarFile(asked).split("\r\n").slice(8, -2)).toEqual([
    "BEGIN:VEVENT",
    "UID:registration-4711@dibs",
    "DTSTAMP:20150506T000000Z",
    "DTSTART;VALUE=DATE:20151231",
    "DTEND;VALUE=DATE:20160101",
    "SUMMARY:acme.com expires",
    "DESCRIPTION:The last day on which acme.com is registered to you. 2 contacts",
    String.raw`  are attached.\nSee it: https://dibs.example/registration/acme.com`,
    "URL:https://dibs.example/registration/acme.com",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
});

test("a renewed registration keeps its UID, and the same day gives the same bytes", () => {
  const renewed = calendarFile({ ...asked, entries: [{ ...entry, expires: day("2016-12-31") }] });
  expect(renewed).toContain("UID:registration-4711@dibs\r\n");
  expect(calendarFile(asked)).toBe(calendarFile(asked));
});

test("every line ends in CRLF and has 75 bytes at most, and no character is cut in two", () => {
  const name = "Agentur für Österreich 🇦🇹 und die Schweiz, ".repeat(5);
  const file = calendarFile({ ...asked, name });
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of file.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain("�");
  }
  const unfolded = file.replaceAll("\r\n ", "");
  expect(unfolded).toContain(`X-WR-CALNAME:${name.replaceAll(",", String.raw`\,`)}\r\n`);
});

test("what a name brings cannot begin a line of its own", () => {
  const file = calendarFile({ ...asked, name: "a\\b;c,d\r\nBEGIN:VEVENT\u0007", entries: [] });
  expect(file).toContain(`X-WR-CALNAME:${String.raw`a\\b\;c\,d\nBEGIN:VEVENT`} \r\n`);
  expect(file.split("\r\n").filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR"]);
});
