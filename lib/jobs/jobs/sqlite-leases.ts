import { and, eq, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { job } from "#db/schema/jobs.ts";
import type { Outcome } from "#lib/jobs/listeners.ts";
import { backOffMs, endedInBetween, errorText, leaseMs, mostAttempts } from "#lib/jobs/retry.ts";

// Who has which job, on SQLite. A worker holds a job by a lease that it renews while it works.

/** `attempts` says which taking this is: who lost the job to another worker can no longer change it. */
export type Taken = { id: number; kind: string; args: unknown; key: string | null; attempts: number };

const columns = { id: job.id, kind: job.kind, args: job.args, key: job.key, attempts: job.attempts };

/** Takes up to `count` due jobs, no two of one queue. `held` are the caller's own: its clock may jump, they stay its own. */
export async function takeDue(tx: Db, count: number, held: readonly number[]): Promise<Taken[]> {
  await takeBackLapsed(tx, held);
  const taken: Taken[] = [];
  while (taken.length < count) {
    const next = await takeNext(tx);
    if (next === undefined) break;
    taken.push(next);
  }
  return taken;
}

/** Tells the others that these jobs are still being worked on. */
export async function renew(tx: Db, held: readonly number[]): Promise<void> {
  await tx
    .update(job)
    .set({ leasedUntil: Date.now() + leaseMs })
    .where(and(inArray(job.id, [...held]), eq(job.state, "running")));
}

/** Ends the lease. Does nothing when the job was taken away in the meantime. */
export async function settle(tx: Db, taken: Taken, outcome: Outcome): Promise<void> {
  if (outcome.is === "done") await tx.delete(job).where(isStill(taken));
  else if (outcome.is === "hopeless" || taken.attempts >= mostAttempts) await bury(tx, taken, errorText(outcome.fault));
  else await giveBack(tx, taken, { error: errorText(outcome.fault), runAt: Date.now() + backOffMs(taken.attempts) });
}

async function takeNext(tx: Db): Promise<Taken | undefined> {
  const now = Date.now();
  const [next] = await rowsOf<{ id: number }>(tx, headOfQueues(now));
  if (next === undefined) return undefined;
  const [taken] = await tx
    .update(job)
    .set({ state: "running", attempts: sql`${job.attempts} + 1`, leasedUntil: now + leaseMs })
    .where(eq(job.id, next.id))
    .returning(columns);
  return taken;
}

/** The job that came due first, among the first of each queue that is not being worked on; '' may always go on. */
function headOfQueues(now: number): SQL {
  return sql`
    with recursive line (queue) as (
      select min(queue) from job where state = 'waiting'
      union all
      select (select min(queue) from job where state = 'waiting' and queue > line.queue)
      from line where line.queue is not null
    )
    select head.id from line join job head on head.id = (
      select id from job where state = 'waiting' and queue = line.queue and run_at <= ${now} order by run_at, id limit 1
    )
    where line.queue = '' or line.queue not in (select queue from job where state = 'running')
    order by head.run_at, head.id limit 1`;
}

/** Jobs of a crashed worker wait again at once; one that crashes every worker ends as dead. */
async function takeBackLapsed(tx: Db, held: readonly number[]): Promise<void> {
  const now = Date.now();
  // A lease further ahead than any lease can be was given before the clock was set back.
  const lapsed = or(lt(job.leasedUntil, now), gt(job.leasedUntil, now + leaseMs));
  const left = await tx
    .select(columns)
    .from(job)
    .where(and(eq(job.state, "running"), lapsed));
  for (const taken of left.filter(({ id }) => !held.includes(id))) {
    if (taken.attempts >= mostAttempts) await bury(tx, taken, endedInBetween);
    else await giveBack(tx, taken, { error: endedInBetween, runAt: now });
  }
}

async function giveBack(tx: Db, taken: Taken, again: { error: string; runAt: number }): Promise<void> {
  if (await isReplaced(tx, taken)) await tx.delete(job).where(isStill(taken));
  else
    await tx
      .update(job)
      .set({ state: "waiting", leasedUntil: null, ...again })
      .where(isStill(taken));
}

async function bury(tx: Db, taken: Taken, error: string): Promise<void> {
  await tx.update(job).set({ state: "dead", leasedUntil: null, error }).where(isStill(taken));
}

/** A newer job of the same key came while this one ran, and will do what this one could not. */
async function isReplaced(tx: Db, { key }: Taken): Promise<boolean> {
  if (key === null) return false;
  const newer = await tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.key, key), eq(job.state, "waiting")));
  return newer.length > 0;
}

function isStill({ id, attempts }: Taken) {
  return and(eq(job.id, id), eq(job.state, "running"), eq(job.attempts, attempts));
}
