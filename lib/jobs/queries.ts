import { and, asc, count, eq, min, inArray, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { job } from "#db/schema/jobs.ts";
import { onPostgres } from "#lib/env.ts";
import { endedInBetween } from "#lib/jobs/retry.ts";

export type DeadJob = { id: number; kind: string; args: unknown; attempts: number; error: string };

/** What was given up, oldest first, for people to look at. */
export async function deadJobs(): Promise<DeadJob[]> {
  if (onPostgres) return deadJobsOnPostgres();
  return db
    .select({ id: job.id, kind: job.kind, args: job.args, attempts: job.attempts, error: job.error })
    .from(job)
    .where(eq(job.state, "dead"))
    .orderBy(asc(job.id));
}

/** How long the oldest job that could run has been waiting; 0 when none is. */
export async function queueAgeMs(): Promise<number> {
  if (onPostgres) {
    const [row] = await rowsOf<{ age: number }>(
      db,
      sql`select (extract(epoch from clock_timestamp() - min(run_at)) * 1000)::float8 as age
          from graphile_worker._private_jobs where is_available and run_at <= clock_timestamp()`,
    );
    return row?.age ?? 0;
  }
  const now = Date.now();
  const waiting = and(eq(job.state, "waiting"), lte(job.runAt, now));
  const [row] = await db
    .select({ since: min(job.runAt) })
    .from(job)
    .where(waiting);
  return now - (row?.since ?? now);
}

/** Jobs that wait (for whatever hour) or run; the dead are not counted. */
export async function pendingJobs(): Promise<number> {
  if (onPostgres) {
    const [row] = await rowsOf<{ pending: number }>(
      db,
      sql`select count(*)::int as pending from graphile_worker._private_jobs
          where locked_at is not null or attempts < max_attempts`,
    );
    return row?.pending ?? 0;
  }
  const [row] = await db
    .select({ pending: count() })
    .from(job)
    .where(inArray(job.state, ["waiting", "running"]));
  return row?.pending ?? 0;
}

function deadJobsOnPostgres(): Promise<DeadJob[]> {
  return rowsOf<DeadJob>(
    db,
    sql`select jobs.id::float8, tasks.identifier as kind, jobs.payload as args, jobs.attempts,
          coalesce(jobs.last_error, ${endedInBetween}) as error
        from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
        where jobs.locked_at is null and jobs.attempts >= jobs.max_attempts order by jobs.id`,
  );
}
