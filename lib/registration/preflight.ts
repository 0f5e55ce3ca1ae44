import { type Finding, shortfallsOf } from "#lib/registration/rules.ts";

/** How a domain stands, as a partner may know it: never who holds it, if it is somebody else. */
export type Availability = "yours" | "free" | "another-partner" | "pursued" | "not-looked-at" | "not-shown";

/** What a look-up tells: how the domain stands, and what it can be mistaken for (`lookAlikeFor`). */
export type LookedUp = { availability: Availability; alike: string | null };

/** What a manual request would be answered now, before anybody asks. `display` is the domain as it would be owned. */
export type Preflight = LookedUp & { findings: readonly Finding[]; key: string; display: string };

export type Foresight = "registered" | "re-registered" | "unavailable" | "invalid-data" | "unknown";

/** The answer that is to be expected, if nobody else is faster. */
export function foreseen({ findings, availability }: Pick<Preflight, "findings" | "availability">): Foresight {
  if (shortfallsOf(findings).length > 0) return "invalid-data";
  switch (availability) {
    case "yours":
      return "re-registered";
    case "free":
      return "registered";
    case "another-partner":
    case "pursued":
      return "unavailable";
    case "not-looked-at":
    case "not-shown":
      return "unknown";
  }
}

export function availabilityInWords(availability: Availability, vendor: string): string {
  switch (availability) {
    case "yours":
      return "Your portal holds this domain: the contact would be attached to it.";
    case "free":
      return "Nobody holds this domain: whoever asks first has it.";
    case "another-partner":
      return "Another partner holds this domain.";
    case "pursued":
      return `${vendor} is actively pursuing this domain.`;
    case "not-looked-at":
      return "Shown once every rule above passes.";
    case "not-shown":
      return "Your portal has looked up as many domains as it may in a day. Request registration to know, or look again tomorrow.";
  }
}

export const foreseenInWords: Readonly<Record<Foresight, string>> = {
  registered: "It would be Registered.",
  "re-registered": "It would be Registered again.",
  unavailable: "It would be Unavailable.",
  "invalid-data": "It would be Invalid Data.",
  unknown: "The answer is not known before it is asked.",
};
