import { EventEmitter } from "node:events";
import { type Job, runOnce, runTaskList, type TaskList, type WorkerEvents, type WorkerPool } from "graphile-worker";
import { atMost } from "#lib/jobs/jobs/at-most.ts";
import { attempt } from "#lib/jobs/jobs/attempt.ts";
import { connections, options, prepareGraphile } from "#lib/jobs/jobs/graphile.ts";
import {
  anythingDue,
  buryUnheard,
  endQueuedJob,
  isReplaced,
  renewLocks,
  takeBackLapsed,
} from "#lib/jobs/jobs/postgres-leases.ts";
import { troubled } from "#lib/jobs/jobs/trouble.ts";
import type { Listeners, Outcome, Worker } from "#lib/jobs/listeners.ts";
import { endedInBetween, errorText, heartbeatMs } from "#lib/jobs/retry.ts";

const pace = { concurrency: 4, pollInterval: 500 };
const restartMs = 1000;
/** What `stop` allows itself beyond its timeout, so that the program still ends in time when the database is gone. */
const giveBackMs = 1000;

type Desk = {
  listeners: Listeners;
  pool: WorkerPool | undefined;
  open: boolean;
  restart: NodeJS.Timeout | undefined;
};

/** Works in this process, beside any number of other processes on the same database. */
export async function startPostgresWorker(listeners: Listeners): Promise<Worker> {
  await prepareGraphile();
  const desk: Desk = { listeners, pool: undefined, open: true, restart: undefined };
  const endUpkeep = await startUpkeep(async () => {
    if (desk.pool !== undefined) await renewLocks(desk.pool.id);
    await takeBackLapsed();
    await buryUnheard(Object.keys(listeners));
  });
  openPool(desk);

  return {
    async stop(timeoutMs) {
      desk.open = false;
      clearTimeout(desk.restart);
      if (desk.pool !== undefined) await closePool(desk.pool, timeoutMs);
      await atMost(giveBackMs, endUpkeep());
    },
  };
}

/** One after the other, until nothing is due; answers with the first failure. */
export async function runDueOnPostgres(listeners: Listeners): Promise<Error | undefined> {
  let first: Error | undefined;
  let pool: WorkerPool | undefined;
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    pool = workerPool;
  });
  const taskList = tasksFor(listeners, (outcome) => {
    if (outcome.is !== "done") first ??= outcome.fault;
  });
  const endUpkeep = await startUpkeep(async () => {
    if (pool !== undefined) await renewLocks(pool.id);
    await takeBackLapsed();
  });
  try {
    // graphile-worker stops once it finds nothing, also while the job before still holds the queue.
    do {
      const unheard = await buryUnheard(Object.keys(listeners));
      first ??= unheard;
      if (Object.keys(taskList).length === 0) return first;
      await runOnce({ ...options(), pgPool: connections(), concurrency: 1, events, taskList });
    } while (await anythingDue());
    return first;
  } finally {
    await endUpkeep();
  }
}

/** A pool ends by itself when it could not write down how a job went; then a new one takes its place. */
function openPool(desk: Desk): void {
  const pool = runTaskList(
    { ...options(), ...pace },
    tasksFor(desk.listeners, () => nudge(desk)),
    connections(),
  );
  desk.pool = pool;
  const ended = (fault?: unknown) => {
    desk.pool = undefined;
    if (!desk.open) return;
    troubled("working", fault);
    desk.restart = setTimeout(() => openPool(desk), restartMs);
  };
  pool.promise.then(() => ended(), ended);
}

async function closePool(pool: WorkerPool, timeoutMs: number): Promise<void> {
  if (await atMost(timeoutMs, Promise.resolve(pool.gracefulShutdown()))) return;
  troubled("waiting for running jobs", undefined);
  await atMost(giveBackMs, Promise.resolve(pool.forcefulShutdown(endedInBetween)));
}

/** Workers that look at the same time hide the queues from each other, and would sleep until the next poll. */
function nudge(desk: Desk): void {
  try {
    desk.pool?.nudge(1);
  } catch {
    // A pool that is closing has nobody left to wake.
  }
}

function tasksFor(listeners: Listeners, after: (outcome: Outcome) => void): TaskList {
  const perform = async (_args: unknown, { job }: { job: Job }) => {
    const { id, task_identifier: kind, payload: args, attempts } = job;
    const outcome = await attempt(listeners, { id: Number(id), kind, args, attempts });
    const given = outcome.is === "done" || (await isReplaced(job));
    if (given && job.job_queue_id !== null) await endQueuedJob(job);
    after(outcome);
    if (outcome.is !== "done" && !given) throw new Error(errorText(outcome.fault), { cause: outcome.fault });
  };
  return Object.fromEntries(Object.keys(listeners).map((kind) => [kind, perform]));
}

async function startUpkeep(round: () => Promise<void>): Promise<() => Promise<void>> {
  const upkeep = () => round().catch((fault: unknown) => troubled("renewing leases", fault));
  let latest = upkeep();
  await latest;
  const beat = setInterval(() => {
    latest = latest.then(upkeep);
  }, heartbeatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    return latest;
  };
}
