import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { newIds } from "#db/ids.ts";
import { job } from "#db/schema/jobs.ts";
import { onPostgres } from "#lib/env.ts";
import { wakeWorkers } from "#lib/jobs/jobs/wake.ts";
import { lineOf } from "#lib/jobs/queue.ts";
import { mostAttempts } from "#lib/jobs/retry.ts";
import { no, type Result, yes } from "#lib/result.ts";

/**
 * `queue`: its jobs run one after the other, in the order in which they came due; "domain:acme.com" may now and then wait for
 * another "domain:…" (lib/jobs/queue.ts). `key`: a waiting job of the same key is replaced; one that runs already is not, and
 * this one waits. `runAt`: ms since 1970, real time.
 */
type Options = { queue?: string; key?: string; runAt?: number };

/** Leaves a job in the caller's transaction: a rolled-back change leaves none behind. */
export async function enqueue(tx: Db, kind: string, args: object, options: Options = {}): Promise<void> {
  if (onPostgres) return enqueueOnPostgres(tx, { kind, args, ...options });

  const { key = null, runAt = Date.now() } = options;
  const queue = lineOf(options.queue ?? "");
  const [id] = await newIds(tx, 1);
  const now = { kind, args, queue, runAt, attempts: 0, error: "" };
  await tx
    .insert(job)
    .values({ ...now, id, key, state: "waiting" })
    .onConflictDoUpdate({ target: job.key, targetWhere: sql`key is not null and state = 'waiting'`, set: now });
  wakeWorkers();
}

/** Once at the start of the program, after `migrate`: the queue's own tables, where it brings some. */
export async function prepareJobs(): Promise<void> {
  if (!onPostgres) return;
  const { prepareGraphile } = await import("#lib/jobs/jobs/graphile.ts");
  await prepareGraphile();
}

/** Gives a dead job all its attempts again, from now on. */
export async function retryDeadJob(tx: Db, id: number): Promise<Result<undefined, "no-dead-job">> {
  const revived = onPostgres ? await reviveOnPostgres(tx, id) : await reviveOnSqlite(tx, id);
  return revived ? yes(undefined) : no("no-dead-job");
}

// A running job may be caught between being looked at and being taken; then graphile-worker adds nothing and says so.
const mostTries = 5;

async function enqueueOnPostgres(tx: Db, asked: { kind: string; args: object } & Options): Promise<void> {
  // The time of this statement, not of its transaction: whoever waited for a lock comes after those it waited for.
  const runAt = asked.runAt === undefined ? sql`clock_timestamp()` : sql`to_timestamp(${asked.runAt}::float8 / 1000)`;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [added] = await rowsOf<{ id: string | null }>(
      tx,
      sql`select id from graphile_worker.add_job(
        identifier => ${asked.kind}::text, payload => ${JSON.stringify(asked.args)}::json,
        queue_name => ${lineOf(asked.queue ?? "") || null}::text, run_at => ${runAt}, max_attempts => ${mostAttempts}::int,
        job_key => ${asked.key ?? null}::text, job_key_mode => 'replace')`,
    );
    if (typeof added?.id === "string") return;
  }
  throw new Error(`The job "${asked.kind}" could not be left behind.`);
}

async function reviveOnPostgres(tx: Db, id: number): Promise<boolean> {
  const revived = await rowsOf(
    tx,
    sql`update graphile_worker._private_jobs set attempts = 0, run_at = clock_timestamp(), last_error = null
        where id = ${id} and locked_at is null and attempts >= max_attempts returning id`,
  );
  if (revived.length > 0) await rowsOf(tx, sql`select pg_notify('jobs:insert', '{"count":1}')`);
  return revived.length > 0;
}

async function reviveOnSqlite(tx: Db, id: number): Promise<boolean> {
  const isDead = and(eq(job.id, id), eq(job.state, "dead"));
  const [dead] = await tx.select({ key: job.key }).from(job).where(isDead);
  if (dead === undefined) return false;
  // Its key may have been given to a job that waits now; the revived one then goes without.
  const again = { state: "waiting", attempts: 0, runAt: Date.now(), error: "", key: null } as const;
  await tx.update(job).set(again).where(isDead);
  wakeWorkers();
  return true;
}
