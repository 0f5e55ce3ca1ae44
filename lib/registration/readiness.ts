import type { Contact } from "#lib/contacts/contact.ts";
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

/** The dry run of a bulk request: what would become of whom. */
export type DryRun = Record<Readiness, number> & { total: number; lacking: Partial<Record<Rule, number>> };

export const emptyDryRun: DryRun = { total: 0, ready: 0, "lacks-data": 0, registered: 0, waiting: 0, lacking: {} };

export function withOneMore(run: DryRun, { readiness, lacks }: { readiness: Readiness; lacks: Rule[] }): DryRun {
  const lacking = { ...run.lacking };
  if (readiness === "lacks-data") for (const rule of lacks) lacking[rule] = (lacking[rule] ?? 0) + 1;
  return { ...run, total: run.total + 1, [readiness]: run[readiness] + 1, lacking };
}
