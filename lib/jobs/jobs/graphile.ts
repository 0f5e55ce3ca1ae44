import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";
import { store } from "#db/client.ts";
import { log } from "#lib/log.ts";

// graphile-worker as we use it: on the store's own connections, quiet, and never the one who ends the program.

export function connections(): pg.Pool {
  const { pool } = store();
  if (pool === undefined) throw new Error("not on PostgreSQL");
  return pool;
}

/** Brings graphile-worker's own schema up to date; several programs may do so at once. */
export async function prepareGraphile(): Promise<void> {
  await runMigrations({ pgPool: connections(), logger });
}

/** Its message of a failed job repeats the error's text; those are told by `attempt`, without it. */
const logger = new Logger(() => (level, message, meta) => {
  if (level === "error" && meta["failure"] === undefined) log.error({ doing: "graphile-worker" }, message);
});

/** New for every worker, since graphile-worker remembers by them what it once could not read. */
export function options() {
  return {
    logger,
    noHandleSignals: true,
    // Without batches a lost connection while a job is being ended is an unhandled rejection, which ends the program.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}
