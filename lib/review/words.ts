import { standardProperty } from "#lib/properties/registry.ts";
import { type ReasonRule, rulesIn } from "#lib/lists/reasons.ts";
import { dismissalInWords } from "#lib/review/dismissal-reasons.ts";
import { dismissed, type MendingChange, requestedByHand } from "#lib/review/mending.ts";

const short: Readonly<Record<ReasonRule, string>> = {
  R1: "First Name",
  R2: "Last Name",
  R3: "Website",
  R4: "Email",
  R5: "Company",
  R6: "Conversion event",
  R7: "Website format",
  R8: "Not pursued",
};

/** "Website, Conversion event" for the rules "R3 R6". */
export function failedInWords(failed: string): string {
  return rulesIn(failed)
    .map((rule) => short[rule])
    .join(", ");
}

/** What a verdict did to one property: "Website: n/a → acme.com". */
export function changeInWords([, property, before, after]: MendingChange): string {
  if (property === requestedByHand) return "Registration requested by hand";
  if (property === dismissed) return `Dismissed: ${dismissalInWords(after)}`;
  return `${standardProperty(property)?.label ?? property}: ${before || "blank"} → ${after || "blank"}`;
}
