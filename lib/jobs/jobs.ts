import { onPostgres } from "#lib/env.ts";
import { runDueOnSqlite, startSqliteWorker } from "#lib/jobs/jobs/sqlite-worker.ts";
import type { Listeners, Worker } from "#lib/jobs/listeners.ts";

export type { Listeners } from "#lib/jobs/listeners.ts";

/**
 * Does jobs as they come, four at once, until it is stopped. A job that fails is tried again after 1 s, 2 s, 4 s …;
 * a job whose program crashed is taken again after 30 s by any other worker.
 */
export async function startWorker(listeners: Listeners): Promise<Worker> {
  return onPostgres ? (await postgres()).startPostgresWorker(listeners) : startSqliteWorker(listeners);
}

/**
 * For tests and scripts: does everything that is due, and what that leaves behind, one job after the other. A failing job is
 * kept for later as it always is; its error is thrown when all is done.
 */
export async function runDueJobs(listeners: Listeners): Promise<void> {
  const fault = onPostgres ? await (await postgres()).runDueOnPostgres(listeners) : await runDueOnSqlite(listeners);
  if (fault !== undefined) throw fault;
}

/** Loaded only where it is used: graphile-worker costs a start on SQLite a tenth of a second. */
function postgres() {
  return import("#lib/jobs/jobs/postgres-worker.ts");
}
