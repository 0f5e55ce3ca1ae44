import { sql } from "drizzle-orm";
import { index, json, table, text, uniqueIndex, whole } from "#db/columns.ts";

/** The wake-ups of the SQLite driver; on PostgreSQL graphile-worker keeps its own. */
export const job = table(
  "job",
  {
    id: whole().primaryKey(),
    kind: text().notNull(),
    args: json().$type<unknown>().notNull(),
    /** Jobs of one queue run one after the other, in the order in which they came due; '' runs beside everything. */
    queue: text().notNull(),
    /** A waiting job of the same key is replaced, not doubled; null never is. */
    key: text(),
    runAt: whole().notNull(),
    state: text().$type<"waiting" | "running" | "dead">().notNull(),
    attempts: whole().notNull(),
    leasedUntil: whole(),
    error: text().notNull(),
  },
  (at) => [
    // The head of each queue is found without walking past the jobs that wait behind it.
    index("job_due").on(at.state, at.queue, at.runAt, at.id),
    uniqueIndex("job_key")
      .on(at.key)
      .where(sql`key is not null and state = 'waiting'`),
  ],
);
