import type { Contact } from "#lib/contacts/contact.ts";
import type { Availability } from "#lib/registration/preflight.ts";
import { findingsOf, type Rule, shortfallsOf } from "#lib/registration/rules.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

/** What a manual request for a contact would be good for, before anyone asks. */
export type Readiness = "ready" | "lacks-data" | "registered" | "waiting";

export function readinessOf(
  contact: Contact,
  whyNotPursued: (key: string) => NotPursuedReason | null,
): { readiness: Readiness; lacks: Rule[] } {
  const lacks = shortfallsOf(findingsOf(contact, "manual", whyNotPursued)).map(({ rule }) => rule);
  if (contact.openKind === "manual") return { readiness: "waiting", lacks };
  if (lacks.length > 0) return { readiness: "lacks-data", lacks };
  return { readiness: contact.status === "REGISTERED" ? "registered" : "ready", lacks };
}

/** What the sales database would say to those who are ready, as far as the portal may look. */
type Chances = Record<"free" | "taken" | "unknown", number>;

/** The dry run of a bulk request: what would become of whom. */
export type DryRun = Record<Readiness, number> & {
  total: number;
  lacking: Partial<Record<Rule, number>>;
  chances: Chances;
};

export const emptyDryRun: DryRun = {
  total: 0,
  ready: 0,
  "lacks-data": 0,
  registered: 0,
  waiting: 0,
  lacking: {},
  chances: { free: 0, taken: 0, unknown: 0 },
};

type One = { readiness: Readiness; lacks: Rule[]; availability: Availability | undefined };

export function withOneMore(run: DryRun, { readiness, lacks, availability }: One): DryRun {
  const lacking = { ...run.lacking };
  if (readiness === "lacks-data") for (const rule of lacks) lacking[rule] = (lacking[rule] ?? 0) + 1;
  const chance = chanceOf(availability);
  const chances = readiness === "ready" ? { ...run.chances, [chance]: run.chances[chance] + 1 } : run.chances;
  return { ...run, total: run.total + 1, [readiness]: run[readiness] + 1, lacking, chances };
}

function chanceOf(availability: Availability | undefined): keyof Chances {
  switch (availability) {
    case "yours":
    case "free":
      return "free";
    case "another-partner":
    case "pursued":
      return "taken";
    case "not-looked-at":
    case "not-shown":
    case undefined:
      return "unknown";
  }
}
