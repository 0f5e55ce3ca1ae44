import type { MarkKind } from "#components/registration/mark.tsx";
import type { PartnerRule } from "#lib/lists/partner-lists.ts";

/** The mark under which a partner list's contacts stand. */
export function markOfList(rule: PartnerRule): MarkKind {
  return rule === "invalid-data" ? "invalid" : rule;
}
