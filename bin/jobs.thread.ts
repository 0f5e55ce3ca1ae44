// The thread that bin/jobs.ts starts.
import { parentPort, workerData } from "node:worker_threads";
import { joinWriting } from "#db/writing-threads.ts";
import { followClock, lookAtClock } from "#lib/demo/commands/move-clock.ts";
import { startWorker } from "#lib/jobs/jobs.ts";
import { wakeWorkers } from "#lib/jobs/jobs/wake.ts";
import { listeners } from "#lib/worker.ts";
import type { Told } from "./jobs.ts";

if (workerData instanceof SharedArrayBuffer) joinWriting(workerData);
await followClock();
const worker = await startWorker(listeners);
parentPort?.on("message", (told: Told) => void ("look" in told ? look() : stop(told.stopWithinMs)));

async function look(): Promise<void> {
  // What has run out by the clock of the page that left the job has run out here, too.
  await lookAtClock().catch(() => undefined);
  wakeWorkers();
}

async function stop(withinMs: number): Promise<void> {
  await worker.stop(withinMs);
  process.exit();
}
