import type { MarkKind } from "#components/registration/mark.tsx";
import { invalidDataReasons } from "#lib/lists/partner-lists.ts";
import type { BatchRequest } from "#lib/registration/queries/batch-requests.ts";
import type { Rule } from "#lib/registration/rules.ts";

type Answered = Pick<BatchRequest, "state" | "outcome" | "failed">;

/** The mark under which a request ended; null where it ended without an answer. */
export function markOfRequest({ state, outcome }: Answered): MarkKind | null {
  if (state === "open") return "pending";
  if (state !== "done") return null;
  if (outcome === "registered" || outcome === "re-registered") return "registered";
  return outcome === "invalid-data" ? "invalid" : "unavailable";
}

/** Why it ended so, in a few words; for invalid data in those of the seed's page 5. */
export function reasonInWords({ state, outcome, failed }: Answered, vendor: string): string {
  if (state === "open") return "";
  if (state === "withdrawn") return "Withdrawn before it was answered.";
  if (state === "superseded") return "The website changed: it was asked again for the new domain.";
  switch (outcome) {
    case "invalid-data":
      return failed.map((rule) => reasonOfRule(rule, vendor)).join("; ");
    case "registered":
      return "Nobody held the domain.";
    case "re-registered":
      return "The domain is, or was, yours.";
    case "pursued":
      return `${vendor} is actively pursuing this domain.`;
    default:
      return "Another partner asked for this domain first.";
  }
}

/** The rules in the order of page 5. */
export const rulesInOrder: readonly Rule[] = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"];

/** A rule that failed, as page 5 lists it. */
export function reasonOfRule(rule: Rule, vendor: string): string {
  return invalidDataReasons(vendor)[rulesInOrder.indexOf(rule)] ?? rule;
}
