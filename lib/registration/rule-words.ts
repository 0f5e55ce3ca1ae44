import { notPursuedInWords, refusalInWords } from "#lib/sales/domain-words.ts";
import { type DomainRefusal } from "#lib/sales/domain.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import { type Finding, propertyOfRule, type Rule } from "#lib/registration/rules.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

/** What each rule asks for, on the model of the seed's page 5. */
export function ruleInWords(rule: Rule, vendor: string): string {
  switch (rule) {
    case "R1":
      return "First Name populated";
    case "R2":
      return "Last Name populated";
    case "R3":
      return "Website populated";
    case "R4":
      return "Email populated";
    case "R5":
      return "Company populated";
    case "R6":
      return "A conversion event, unless registration is requested by hand";
    case "R7":
      return `Website meets ${vendor}'s domain formatting criteria`;
    case "R8":
      return `${vendor} pursues business with the domain`;
  }
}

/** A shortfall in a few words, as on the seed's page 5. */
export function shortfallInWords({ rule, saw }: Finding): string {
  const property = standardProperty(propertyOfRule[rule])?.label ?? rule;
  if (rule === "R7") return `${property} does not meet the domain formatting criteria`;
  if (rule === "R8") return `no business is pursued with ${saw}`;
  return `${property} not populated`;
}

/** What a finding says beyond passed or failed: the reason, and how to mend it. */
export function findingInWords({ rule, result, why, saw }: Finding): string {
  if (result === "waived") return "Not needed: this was requested by hand.";
  if (result === "skipped") return "Nothing to look at: there is no domain that can be read.";
  if (result === "passed") return rule === "R6" ? `${saw} seen.` : `Seen: ${saw}`;
  if (rule === "R6") return "None seen. Request registration by hand, or wait until the contact sends a form.";
  if (why === undefined) return "Not populated.";
  return isNotPursued(why) ? notPursuedInWords(why) : refusalInWords(why);
}

/** The property in which a finding is mended; null where nothing can be typed. */
export function mendedIn({ rule, result }: Finding): string | null {
  return result === "failed" && rule !== "R6" ? propertyOfRule[rule] : null;
}

const notPursued: ReadonlySet<string> = new Set([
  "own-domain",
  "competitor",
  "free-mail",
  "disposable-mail",
  "reserved",
]);

function isNotPursued(why: DomainRefusal | NotPursuedReason): why is NotPursuedReason {
  return notPursued.has(why);
}

/** Why the sales database answered as it did, beside the seed's sentence, never inside it (decision D5). */
export function outcomeInWords(outcome: string | null, vendor: string): string {
  switch (outcome) {
    case "registered":
      return "Every rule passed and nobody held the domain, so it is yours.";
    case "re-registered":
      return "Every rule passed and the domain is, or was, yours: the contact was attached again.";
    case "pursued":
      return `Every rule passed, but ${vendor} is actively pursuing the domain itself.`;
    case "registered_by_another_partner":
      return "Every rule passed, but another partner asked for the domain first.";
    case "invalid-data":
      return "At least one rule failed. Mend what is marked, and the contact is looked at again by itself.";
    default:
      return "Nothing was decided yet. This is what the rules would say of the contact as it is now.";
  }
}
