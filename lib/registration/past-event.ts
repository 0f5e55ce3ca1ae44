/** One line of the append-only record, as it is told again. */
export type PastEvent = {
  number: number;
  at: number;
  kind: string;
  portalId: number | null;
  contactId: number | null;
  key: string;
  before: unknown;
  after: unknown;
};

/** What an event noted under a name; '' for what it did not. */
export function textIn(noted: unknown, name: string): string {
  const value = valueIn(noted, name);
  return typeof value === "string" ? value : "";
}

/** Null for what an event did not note, or not as a number. */
export function numberIn(noted: unknown, name: string): number | null {
  const value = valueIn(noted, name);
  return typeof value === "number" ? value : null;
}

/** The contacts that an event changed; null in old lines, which do not name them. */
export function contactsIn(noted: unknown, name: "contacts" | "attached" = "contacts"): number[] | null {
  const value = valueIn(noted, name);
  return Array.isArray(value) ? value.filter((id) => typeof id === "number") : null;
}

/** Whether a request was answered with a registration. */
export function isGrant(outcome: string): boolean {
  return outcome === "registered" || outcome === "re-registered";
}

function valueIn(noted: unknown, name: string): unknown {
  return typeof noted === "object" && noted !== null ? Reflect.get(noted, name) : undefined;
}
