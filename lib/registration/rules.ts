import { z } from "zod";
import type { Contact } from "#lib/contacts/contact.ts";
import { type DomainRefusal, readDomain } from "#lib/sales/domain.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

const rules = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"] as const;
export type Rule = (typeof rules)[number];

/** What one rule saw and found. `skipped` is a rule that has nothing to look at. */
export type Finding = {
  rule: Rule;
  result: "passed" | "failed" | "waived" | "skipped";
  /** The value seen, as it was typed. */
  saw: string;
  why?: DomainRefusal | NotPursuedReason;
  /** With R7, as it was decided: what the domain could be mistaken for (`lookAlikeFor`). It changes no result. */
  alike?: string;
};

const isReason = (why: unknown): why is DomainRefusal | NotPursuedReason => typeof why === "string";

/** Findings as they were kept with a request. */
export const Findings: z.ZodType<Finding[]> = z.array(
  z.object({
    rule: z.enum(rules),
    result: z.enum(["passed", "failed", "waived", "skipped"]),
    saw: z.string(),
    why: z.custom<DomainRefusal | NotPursuedReason>(isReason).exactOptional(),
    alike: z.string().exactOptional(),
  }),
);

type Populated = { rule: Rule; property: string };
const populated: readonly Populated[] = [
  { rule: "R1", property: "firstname" },
  { rule: "R2", property: "lastname" },
  { rule: "R3", property: "website" },
  { rule: "R4", property: "email" },
  { rule: "R5", property: "company" },
];

/** Where each rule's value is mended. */
export const propertyOfRule: Readonly<Record<Rule, string>> = {
  R1: "firstname",
  R2: "lastname",
  R3: "website",
  R4: "email",
  R5: "company",
  R6: "recent_conversion",
  R7: "website",
  R8: "website",
};

/**
 * Every rule of the seed's page 5, none left out after the first that fails. A manual request waives the conversion, visibly
 * (decision D3). `whyNotPursued` is what the sales database says of the contact's domain.
 */
export function findingsOf(
  contact: Pick<Contact, "values" | "conversions">,
  kind: "manual" | "automatic",
  whyNotPursued: (key: string) => NotPursuedReason | null,
): Finding[] {
  const website = contact.values["website"] ?? "";
  const domain = readDomain(website);
  return [
    ...populated.map(({ rule, property }) => isPopulated(rule, contact.values[property] ?? "")),
    conversionFinding(contact.conversions, kind),
    formatFinding(website, domain),
    domain.ok
      ? pursuedFinding(domain.key, whyNotPursued(domain.key))
      : { rule: "R8" as const, result: "skipped" as const, saw: website },
  ];
}

export function shortfallsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ result }) => result === "failed");
}

/** The same findings, with what the domain looks like beside its format. */
export function withLookAlike(findings: readonly Finding[], alike: string | null): Finding[] {
  return findings.map((each) => (alike !== null && each.rule === "R7" ? { ...each, alike } : each));
}

function isPopulated(rule: Rule, saw: string): Finding {
  return { rule, result: saw.trim() === "" ? "failed" : "passed", saw };
}

function conversionFinding(conversions: number, kind: "manual" | "automatic"): Finding {
  const saw = String(conversions);
  if (conversions > 0) return { rule: "R6", result: "passed", saw };
  return { rule: "R6", result: kind === "manual" ? "waived" : "failed", saw };
}

function formatFinding(website: string, domain: ReturnType<typeof readDomain>): Finding {
  if (domain.ok) return { rule: "R7", result: "passed", saw: domain.key };
  // A blank website fails once, as not populated (R3).
  if (website.trim() === "") return { rule: "R7", result: "skipped", saw: website };
  return { rule: "R7", result: "failed", saw: website, why: domain.no };
}

function pursuedFinding(key: string, why: NotPursuedReason | null): Finding {
  return why === null ? { rule: "R8", result: "passed", saw: key } : { rule: "R8", result: "failed", saw: key, why };
}
