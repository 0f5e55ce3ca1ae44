import { type Day, daysBetween, day } from "#lib/day.ts";

/** What a row or a record says of a contact's registration, as one of the marks. */
export type StandingMark = {
  kind: "registered" | "pending" | "unavailable" | "invalid" | "expiring" | "expired" | "none";
  detail?: string;
};

/** What each mark is called, everywhere. */
export const standingWords: Readonly<Record<StandingMark["kind"], string>> = {
  registered: "Registered",
  pending: "Pending",
  unavailable: "Unavailable",
  invalid: "Invalid Data",
  expiring: "Expiring",
  expired: "Expired",
  none: "Not requested",
};

/** "Expiring in 12 days", where there is no room for a mark. */
export function standingInWords({ kind, detail }: StandingMark): string {
  return [standingWords[kind], detail].filter(Boolean).join(" ");
}

type Shown = {
  status: "" | "REGISTERED" | "UNAVAILABLE" | "INVALID_DATA";
  openKind: "manual" | "automatic" | null;
  expires: string;
  shortfalls: number;
  lapsedOn: string;
};

/** A registration is expiring in its last 60 days. */
const expiringDays = 60;

/** The one mark to show: an open request first, since it is what will change next. */
export function standingMark(contact: Shown, today: Day): StandingMark {
  return contact.openKind === null ? lastStanding(contact, today) : { kind: "pending" };
}

/** The last sync status, whatever is open (decision D1). */
export function lastStanding({ status, expires, shortfalls, lapsedOn }: Shown, today: Day): StandingMark {
  switch (status) {
    case "REGISTERED": {
      const left = daysBetween(today, day(expires));
      return left <= expiringDays ? { kind: "expiring", detail: daysLeft(left) } : { kind: "registered" };
    }
    case "UNAVAILABLE":
      return { kind: "unavailable" };
    case "INVALID_DATA":
      return { kind: "invalid", detail: `${shortfalls} to fix` };
    case "":
      return lapsedOn === "" ? { kind: "none" } : { kind: "expired", detail: `on ${lapsedOn}` };
  }
}

/** "today" on the last day, since it counts in full (decision D6). */
export function daysLeft(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "in 1 day" : `in ${days} days`;
}
