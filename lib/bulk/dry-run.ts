import { leavesRegistration, type Plan, valuesBetween } from "#lib/bulk/plan.ts";
import type { BulkChange } from "#lib/bulk/change.ts";
import type { Change, Contact } from "#lib/contacts/contact.ts";

/** A contact of each kind, so that one sees what is meant. */
export type Example = { contactId: number; name: string; values: readonly Change[] };

/** What a bulk change would do, before anybody asks. */
export type BulkDryRun = {
  total: number;
  /** Without those that would lose their place on a registration. */
  changed: number;
  unchanged: number;
  /** By the sentence that says why. */
  refused: Readonly<Record<string, number>>;
  /** By the domain that they would leave; '' stands for further domains. */
  leaving: Readonly<Record<string, number>>;
  /** Open requests that would be withdrawn, or go to the back of another domain's queue. */
  requests: number;
  examples: readonly Example[];
};

export const emptyDryRun: BulkDryRun = {
  total: 0,
  changed: 0,
  unchanged: 0,
  refused: {},
  leaving: {},
  requests: 0,
  examples: [],
};

const mostExamples = 5;
const mostDomains = 20;

export function withOneMore(run: BulkDryRun, change: BulkChange, { contact, plan }: Seen): BulkDryRun {
  const total = run.total + 1;
  if (plan.is === "unchanged") return { ...run, total, unchanged: run.unchanged + 1 };
  if (plan.is === "refused") return { ...run, total, refused: oneMore(run.refused, plan.reason) };

  const moves = plan.after === null || plan.after.domainKey !== contact.domainKey;
  const examples =
    run.examples.length < mostExamples ? [...run.examples, exampleOf(change, { contact, plan })] : run.examples;
  const requests = run.requests + (moves && contact.openRequest !== null ? 1 : 0);
  if (!leavesRegistration(contact, plan.after)) return { ...run, total, requests, examples, changed: run.changed + 1 };
  const { domainKey: domain } = contact;
  const isNamed = domain in run.leaving || Object.keys(run.leaving).length < mostDomains;
  return { ...run, total, requests, examples, leaving: oneMore(run.leaving, isNamed ? domain : "") };
}

/** One that was chosen and is not there; of another portal it is answered alike. */
export function withOneGone(run: BulkDryRun): BulkDryRun {
  return { ...run, total: run.total + 1, refused: oneMore(run.refused, gone) };
}

export const gone = "It is not, or no longer, in your portal.";

type Seen = { contact: Contact; plan: Plan };

function exampleOf(change: BulkChange, { contact, plan }: Seen): Example {
  return { contactId: contact.id, name: contact.name, values: valuesBetween(change, contact, plan) };
}

function oneMore(counts: Readonly<Record<string, number>>, of: string): Record<string, number> {
  return { ...counts, [of]: (counts[of] ?? 0) + 1 };
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, many) => sum + many, 0);
}
