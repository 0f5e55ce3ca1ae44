import type { RegistrationState } from "#lib/lists/partner-lists.ts";

/** A contact's registration as it was. */
export type ContactThen = RegistrationState & {
  id: number;
  key: string;
  message: string;
  expires: string;
  openKind: "manual" | "automatic" | null;
  /** What the last request came to; '' where nothing was decided, or no longer counts. */
  outcome: string;
  /** Number of the event that made it so. */
  madeBy: number;
};

/** The contacts of one portal as they stood after some event, told from the first one on. */
export type Then = {
  portalId: number;
  zone: string;
  vendorOf: (policyVersion: number | null) => string;
  contacts: Map<number, ContactThen>;
  /** Who stands at a domain: an event of the domain may change them all. */
  byKey: Map<string, Set<number>>;
  upTo: number;
};

export function beforeAnything(given: Pick<Then, "portalId" | "zone" | "vendorOf">): Then {
  return { ...given, contacts: new Map(), byKey: new Map(), upTo: 0 };
}
