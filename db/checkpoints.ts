import { Worker } from "node:worker_threads";
import { env, onPostgres } from "#lib/env.ts";

/**
 * Copies what was committed from SQLite's log into its file, on a thread of its own: else whoever commits waits for it, and
 * everybody whose page is made meanwhile. Answers how to end it. Where the thread is missing or has failed, the connection
 * that writes copies by itself, later and at one go (db/client.ts).
 */
export function startCheckpoints(failed: (fault: unknown) => void): () => Promise<unknown> {
  if (onPostgres) return () => Promise.resolve();
  const thread = new Worker(new URL("./checkpoints.thread.ts", import.meta.url), { workerData: env.DATABASE_URL });
  thread.on("error", failed);
  thread.unref();
  return () => thread.terminate();
}
