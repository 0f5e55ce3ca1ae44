import { type Day, daysAfter, yearsAfter } from "#lib/day.ts";
import { type Policy, renewalWindowDays } from "#lib/registration/policy.ts";
import type { Finding } from "#lib/registration/rules.ts";

/** How a domain stands in the sales database at the moment of the decision. */
export type Standing =
  | { kind: "pursued" }
  | { kind: "held"; by: number; expires: Day }
  | { kind: "open"; heldBefore: boolean };

export type Decision =
  | { status: "registered"; renewal: boolean; on: Day; expires: Day }
  | { status: "unavailable"; on: Day; because: "pursued" | "registered_by_another_partner" }
  | { status: "invalid-data"; why: Finding[] };

export type Question = {
  shortfalls: Finding[];
  standing: Standing;
  portalId: number;
  kind: "manual" | "automatic";
  today: Day;
};

/** The whole rule. It reads top to bottom as the partner guide does. */
export function decide({ shortfalls, standing, portalId, kind, today }: Question, policy: Policy): Decision {
  // Missing data wins over a pursued domain, so that the partner can mend what is theirs to mend.
  if (shortfalls.length > 0) return { status: "invalid-data", why: shortfalls };

  switch (standing.kind) {
    case "pursued":
      return { status: "unavailable", on: today, because: "pursued" };
    case "held":
      return standing.by === portalId
        ? {
            status: "registered",
            renewal: true,
            on: today,
            expires: renewed(standing.expires, { kind, today }, policy),
          }
        : { status: "unavailable", on: today, because: "registered_by_another_partner" };
    case "open":
      return {
        status: "registered",
        renewal: standing.heldBefore,
        on: today,
        expires: yearsAfter(today, policy.termYears),
      };
  }
}

/** A manual request renews to a full term from today where the policy allows it; an automatic one never extends (I8). */
function renewed(expires: Day, asked: { kind: "manual" | "automatic"; today: Day }, policy: Policy): Day {
  if (asked.kind === "automatic" || policy.renew === "never") return expires;
  if (policy.renew === "window" && daysAfter(asked.today, renewalWindowDays) < expires) return expires;
  const fullTerm = yearsAfter(asked.today, policy.termYears);
  return fullTerm > expires ? fullTerm : expires;
}
