import { eq, inArray, lt } from "drizzle-orm";
import { type Db, db } from "#db/client.ts";
import { failedTry } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";

const mostFailures = 10;
const windowMs = 15 * 60_000;

/** A look without a lock, so that a locked account costs no hashing. */
export async function areLocked(subjects: readonly string[]): Promise<boolean> {
  const rows = await db
    .select({ failures: failedTry.failures })
    .from(failedTry)
    .where(inArray(failedTry.subject, [...subjects]));
  return rows.some(({ failures }) => recent(failures).length >= mostFailures);
}

/**
 * Counts how a try ended and says whether its outcome may be told. Judged under the row's lock, after the password was
 * checked: of a hundred guesses at once ten are answered. A success clears the first subject, the account.
 */
export function countTry(subjects: readonly string[], outcome: "right" | "wrong"): Promise<"told" | "too-many"> {
  return transaction(async (tx) => {
    const at = now();
    await tx.delete(failedTry).where(lt(failedTry.lastAt, at - windowMs));

    const known: { subject: string; failures: number[] }[] = [];
    // Always in the same order, or two nodes would wait for each other.
    for (const subject of subjects.toSorted()) known.push({ subject, failures: await locked(tx, subject) });
    if (known.some(({ failures }) => failures.length >= mostFailures)) return "too-many";

    for (const { subject, failures } of known) {
      if (outcome === "wrong") await keep(tx, subject, [...failures, at]);
      else await keep(tx, subject, subject === subjects[0] ? [] : failures);
    }
    return "told";
  });
}

async function locked(tx: Db, subject: string): Promise<number[]> {
  const [row] = await tx
    .insert(failedTry)
    .values({ subject, failures: [], lastAt: now() })
    .onConflictDoUpdate({ target: failedTry.subject, set: { subject } })
    .returning({ failures: failedTry.failures });
  return recent(row?.failures ?? []);
}

async function keep(tx: Db, subject: string, failures: number[]): Promise<void> {
  const lastAt = failures.at(-1);
  if (lastAt === undefined) await tx.delete(failedTry).where(eq(failedTry.subject, subject));
  else await tx.update(failedTry).set({ failures, lastAt }).where(eq(failedTry.subject, subject));
}

function recent(failures: readonly number[]): number[] {
  return failures.filter((at) => at > now() - windowMs);
}
