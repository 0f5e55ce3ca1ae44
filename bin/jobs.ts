import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Worker as Thread } from "node:worker_threads";
import { shareWriting, writeAlone } from "#db/writing-threads.ts";
import type { Worker } from "#lib/jobs/listeners.ts";
import { onWake } from "#lib/jobs/jobs/wake.ts";

/** What a thread of jobs is told: look for some; or take no more, and end those that run within so many milliseconds. */
export type Told = { look: true } | { stopWithinMs: number };

// What could not be ended in time is given back meanwhile.
const giveBackMs = 1000;

// Left alone it grows to 134 MB, and nothing is done sooner for it.
const youngMb = 48;

/**
 * Does the jobs on a thread of their own, so that nobody waits for a page while many rows are reckoned and written to the disk.
 * A fault that nobody catches there ends the program, as one here does.
 */
export function startJobs(): Worker {
  const thread = new Thread(new URL("./jobs.thread.ts", import.meta.url), {
    workerData: shareWriting(),
    resourceLimits: { maxYoungGenerationSizeMb: youngMb },
  });
  thread.once("exit", writeAlone);
  const tell = (told: Told) => thread.postMessage(told);
  const forget = onWake(() => tell({ look: true }));

  return {
    async stop(timeoutMs) {
      forget();
      tell({ stopWithinMs: timeoutMs });
      await Promise.race([once(thread, "exit"), setTimeout(timeoutMs + giveBackMs, undefined, { ref: false })]);
      await thread.terminate();
    },
  };
}
