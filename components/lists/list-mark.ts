import type { MarkKind } from "#components/registration/mark.tsx";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";

/** The mark under which a partner list's contacts stand. */
export function markOfList(rule: PartnerRule): MarkKind {
  return rule === "invalid-data" ? "invalid" : rule;
}

/** The colour of that mark, for its shape alone. */
export const inkOfList: Record<PartnerRule, string> = {
  registered: "text-registered",
  unavailable: "text-unavailable",
  pending: "text-pending",
  "invalid-data": "text-invalid",
  expired: "text-ink-3",
};
