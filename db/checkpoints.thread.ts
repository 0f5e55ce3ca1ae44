// The thread that db/checkpoints.ts starts.
import { workerData } from "node:worker_threads";
import Database from "better-sqlite3";

const looksEveryMs = 50;
// Less is not worth waiting for the disk twice.
const leastPages = 1000;

const connection = new Database(String(workerData));
connection.pragma("synchronous = FULL");

const state = connection.prepare<[], { log: number; checkpointed: number }>("pragma wal_checkpoint(NOOP)");

setInterval(() => {
  const { log = 0, checkpointed = 0 } = state.get() ?? {};
  if (log - checkpointed >= leastPages) connection.pragma("wal_checkpoint(PASSIVE)");
}, looksEveryMs);
