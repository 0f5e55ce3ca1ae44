/** The reasons of the seed's page 5, in its order, by the rule that finds them. */
export const reasonRules = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"] as const;

export type ReasonRule = (typeof reasonRules)[number];

/** The rules in `contact.failed`: "R3 R5", or '' where the contact is not in Invalid Data. */
export function rulesIn(failed: string): ReasonRule[] {
  const words = new Set(failed.split(" "));
  return reasonRules.filter((rule) => words.has(rule));
}

type Failing = { failed: string };

/** How many contacts of Invalid Data each reason gains or loses; null is a contact that is not there. */
export function reasonChanges(
  changes: readonly { before: Failing | null; after: Failing | null }[],
): Map<ReasonRule, number> {
  const byRule = new Map<ReasonRule, number>();
  for (const { before, after } of changes) {
    if (before?.failed === after?.failed) continue;
    for (const rule of rulesIn(before?.failed ?? "")) byRule.set(rule, (byRule.get(rule) ?? 0) - 1);
    for (const rule of rulesIn(after?.failed ?? "")) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return byRule;
}
