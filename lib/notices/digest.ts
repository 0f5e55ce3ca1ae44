import { type KeptNotice, noticeInWords } from "#lib/notices/notice-words.ts";
import { count } from "#lib/words.ts";

export type DigestPortal = { hubId: number; name: string; notices: readonly KeptNotice[] };
export type DigestAsked = { name: string; home: string; portals: readonly DigestPortal[] };

// More than anyone reads in an e-mail; the page has them all.
const mostLines = 50;

/** One e-mail about everything that a person was told at once, in plain text. `home` is the address of Dibs. */
export function digestOf({ name, home, portals }: DigestAsked): { subject: string; text: string } {
  return {
    subject: oneLine(subjectOf(portals)),
    text: [
      `Hello ${oneLine(name)},`,
      ...portals.flatMap((portal) => ["", ...linesOf(portal)]),
      "",
      `What expires, and one press to re-register: ${home}/expiring`,
      `All notices: ${home}/notices`,
      "",
      "-- ",
      "You get this because your notices come by e-mail too.",
      `To get none: ${settingsLink(home)}`,
      "",
    ].join("\n"),
  };
}

export function settingsLink(home: string): string {
  return `${home}/settings#email`;
}

function subjectOf(portals: readonly DigestPortal[]): string {
  const all = portals.flatMap(({ notices }) => notices);
  const [first] = all;
  if (all.length === 1 && first !== undefined) return noticeInWords(first).replace(/\.$/, "");
  const names = portals.map((portal) => portal.name);
  return `${count(all.length, "notice")} for ${names.join(" and ")}`;
}

function linesOf({ hubId, name, notices }: DigestPortal): string[] {
  const shown = notices.slice(0, mostLines).map((each) => `- ${noticeInWords(each)}`);
  const left = notices.length - shown.length;
  return [
    `${oneLine(name)} (Hub ID ${hubId})`,
    ...shown,
    ...(left === 0 ? [] : [`- and ${count(left, "more", "more")}`]),
  ];
}

/** A name is what somebody typed: it must not begin a line of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
