// One of many workers: does jobs as `npm run worker` does, until its standard input ends.
import { closeStore } from "#db/client.ts";
import { startWorker } from "#lib/jobs/jobs.ts";
import { listeners } from "#lib/worker.ts";

const worker = await startWorker(listeners);
process.stdin.resume();
await new Promise((told) => void process.stdin.once("end", told));
await worker.stop(10_000);
await closeStore();
