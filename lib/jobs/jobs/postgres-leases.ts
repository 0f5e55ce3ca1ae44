import { sql } from "drizzle-orm";
import type { Job } from "graphile-worker";
import { db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { nobodyListens } from "#lib/jobs/listeners.ts";
import { endedInBetween, leaseMs } from "#lib/jobs/retry.ts";

// graphile-worker locks a job, and its queue, for four hours. Here its locks are leases like those on SQLite: renewed while
// the worker lives, and taken back soon after it died.

const lapsed = sql`locked_at < clock_timestamp() - ${leaseMs} * interval '1 millisecond'`;

/** Tells the others that the worker of this name is alive. */
export async function renewLocks(worker: string): Promise<void> {
  await rowsOf(
    db,
    sql`with held as (
          update graphile_worker._private_jobs set locked_at = clock_timestamp() where locked_by = ${worker})
        update graphile_worker._private_job_queues set locked_at = clock_timestamp() where locked_by = ${worker}`,
  );
}

/** Jobs and queues of crashed workers become free; a job that crashes every worker ends as dead. */
export async function takeBackLapsed(): Promise<void> {
  await rowsOf(
    db,
    sql`with freed as (
          update graphile_worker._private_jobs set locked_at = null, locked_by = null, last_error = ${endedInBetween}
          where ${lapsed})
        update graphile_worker._private_job_queues set locked_at = null, locked_by = null where ${lapsed}`,
  );
}

/** graphile-worker passes over kinds it does not know; here they die with a clear error, which is answered. */
export async function buryUnheard(known: readonly string[]): Promise<Error | undefined> {
  const unheard = await rowsOf<{ id: string; kind: string }>(
    db,
    sql`select jobs.id, tasks.identifier as kind
        from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
        where jobs.is_available and jobs.run_at <= clock_timestamp()
          and tasks.identifier not in (select json_array_elements_text(${JSON.stringify(known)}::json))
        order by jobs.id`,
  );
  for (const { id, kind } of unheard) {
    const { message } = nobodyListens(kind);
    await rowsOf(db, sql`select id from graphile_worker.permanently_fail_jobs(array[${id}::bigint], ${message})`);
  }
  return unheard[0] && nobodyListens(unheard[0].kind);
}

/**
 * Ends a job of a queue before graphile-worker looks for the next one: it would look first and end later, find the queue
 * still taken, and leave the queue idle until the next poll.
 */
export async function endQueuedJob({ id, locked_by }: Job): Promise<void> {
  await rowsOf(
    db,
    sql`with ended as (
          delete from graphile_worker._private_jobs where id = ${id} and locked_by = ${locked_by} returning job_queue_id)
        update graphile_worker._private_job_queues queue set locked_at = null, locked_by = null
        from ended where queue.id = ended.job_queue_id and queue.locked_by = ${locked_by}`,
  );
}

/** A newer job of the same key came while this one ran, and took the key with it. */
export async function isReplaced({ id, key }: Job): Promise<boolean> {
  if (key === null) return false;
  const [row] = await rowsOf<{ key: string | null }>(
    db,
    sql`select key from graphile_worker._private_jobs where id = ${id}`,
  );
  return row?.key === null;
}

/** True while a job is due that a worker could take now. */
export async function anythingDue(): Promise<boolean> {
  const due = await rowsOf(
    db,
    sql`select jobs.id from graphile_worker._private_jobs jobs
        left join graphile_worker._private_job_queues queue on queue.id = jobs.job_queue_id
        where jobs.is_available and jobs.run_at <= now() and queue.is_available is not false limit 1`,
  );
  return due.length > 0;
}
