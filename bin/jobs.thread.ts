// The thread that bin/jobs.ts starts.
import { parentPort, workerData } from "node:worker_threads";
import { joinWriting } from "#db/writing-threads.ts";
import { followClock } from "#lib/demo/commands/move-clock.ts";
import { startWorker } from "#lib/jobs/jobs.ts";
import { wakeWorkers } from "#lib/jobs/jobs/wake.ts";
import { listeners } from "#lib/worker.ts";
import type { Told } from "./jobs.ts";

if (workerData instanceof SharedArrayBuffer) joinWriting(workerData);
await followClock();
const worker = await startWorker(listeners);
parentPort?.on("message", (told: Told) => {
  if ("look" in told) wakeWorkers();
  else void worker.stop(told.stopWithinMs).finally(() => process.exit());
});
