import type { MarkKind } from "#components/registration/mark.tsx";
import { invalidDataReasons } from "#lib/lists/partner-lists.ts";
import type { BatchRequest } from "#lib/registration/queries/batch-requests.ts";
import { outcomeInWords } from "#lib/registration/rule-words.ts";
import type { Rule } from "#lib/registration/rules.ts";

type Answered = Pick<BatchRequest, "state" | "outcome" | "failed">;

/** The mark under which a request ended; null where it ended without an answer. */
export function markOfRequest({ state, outcome }: Answered): MarkKind | null {
  if (state === "open") return "pending";
  if (state !== "done") return null;
  if (outcome === "registered" || outcome === "re-registered") return "registered";
  return outcome === "invalid-data" ? "invalid" : "unavailable";
}

/** Why it ended so; for invalid data in the words of the seed's page 5. */
export function reasonInWords({ state, outcome, failed }: Answered, vendor: string): string {
  if (state === "open") return "";
  if (state === "withdrawn") return "Withdrawn before it was answered.";
  if (state === "superseded") return "The website changed: it was asked again for the new domain.";
  return outcome === "invalid-data"
    ? failed.map((rule) => reasonOfRule(rule, vendor)).join("; ")
    : outcomeInWords(outcome, vendor);
}

/** The rules in the order of page 5. */
export const rulesInOrder: readonly Rule[] = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"];

/** A rule that failed, as page 5 lists it. */
export function reasonOfRule(rule: Rule, vendor: string): string {
  return invalidDataReasons(vendor)[rulesInOrder.indexOf(rule)] ?? rule;
}
