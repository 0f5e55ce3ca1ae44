import type { Availability } from "#lib/registration/preflight.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";
import { notPursuedInWords } from "#lib/sales/domain-words.ts";

/** What a request for the domain would meet now, as far as the portal may know it. */
export type Standing = Exclude<Availability, "not-looked-at"> | { notPursued: NotPursuedReason };

export type Prospect = {
  key: string;
  /** As people write it. */
  display: string;
  contacts: number;
  /** How often it was seen at forms. */
  visits: number;
  lastSeenAt: number;
  standing: Standing;
};

export function standingInWords(standing: Standing, vendor: string): string {
  if (typeof standing === "object") return notPursuedInWords(standing.notPursued);
  switch (standing) {
    case "free":
      return "Nobody holds it";
    case "yours":
      return "Yours by now";
    case "another-partner":
      return "Another partner holds it";
    case "pursued":
      return `${vendor} is actively pursuing it`;
    case "not-shown":
      return "Not looked up";
  }
}

/** Where asking leads to something: the domain is free, or nobody has looked. */
export function isWorthAsking(standing: Standing): boolean {
  return standing === "free" || standing === "not-shown";
}

/** A page begins behind the prospect that was seen then, and has this key. */
export type ProspectPlace = { lastSeenAt: number; key: string };

export function spellProspectPlace({ lastSeenAt, key }: ProspectPlace): string {
  return `${lastSeenAt}~${key}`;
}

/** Null for anything that is not a place: the page then starts at the beginning. */
export function readProspectPlace(spelled: string | undefined): ProspectPlace | null {
  const [, at = "", key = ""] = /^(\d{1,15})~([a-z\d.-]{1,253})$/.exec(spelled ?? "") ?? [];
  return key === "" ? null : { lastSeenAt: Number(at), key };
}
