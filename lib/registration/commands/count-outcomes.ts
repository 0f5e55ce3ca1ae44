import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { batch } from "#db/schema/registration.ts";
import type { RequestRow } from "#lib/registration/commands/next-requests.ts";

/** Keeps the counts of the batches that these requests came from. */
export async function countOutcomes(tx: Db, served: readonly RequestRow[]): Promise<void> {
  const ended = served.filter(({ batchId, state }) => batchId !== null && state !== "superseded");
  for (const [batchId, rows] of Map.groupBy(ended, (row) => row.batchId)) {
    const count = (outcomes: string[]) =>
      rows.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome)).length;
    await tx
      .update(batch)
      .set({
        registered: sql`${batch.registered} + ${count(["registered", "re-registered"])}`,
        unavailable: sql`${batch.unavailable} + ${count(["pursued", "registered_by_another_partner"])}`,
        invalid: sql`${batch.invalid} + ${count(["invalid-data"])}`,
        withdrawn: sql`${batch.withdrawn} + ${rows.filter(({ state }) => state === "withdrawn").length}`,
      })
      .where(eq(batch.id, batchId ?? 0));
  }
}
