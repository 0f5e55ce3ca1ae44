import { codeOf } from "#db/fault-code.ts";
import { onPostgres } from "#lib/env.ts";

// What PostgreSQL says of all that comes behind a statement that has failed.
const failedBefore = "25P02";

/**
 * Does what need not wait for each other, in whatever order: on PostgreSQL the statements of one transaction travel together.
 * Answers when all have ended, then throws the fault that made the others fail. On SQLite one goes after the other: what went
 * on after a fault would write outside of the savepoint that was undone.
 */
export async function together(...works: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (!onPostgres) {
    for (const work of works) await work();
    return;
  }
  const outcomes = await Promise.allSettled(works.map((work) => work()));
  const faults = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  if (faults.length > 0) throw faults.find((fault) => codeOf(fault) !== failedBefore) ?? faults[0];
}
