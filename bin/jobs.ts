import { once } from "node:events";
import { setTimeout as passed } from "node:timers/promises";
import { Worker as Thread } from "node:worker_threads";
import { codeOf } from "#db/fault-code.ts";
import { shareWriting, writeAlone } from "#db/writing-threads.ts";
import type { Worker } from "#lib/jobs/listeners.ts";
import { onWake } from "#lib/jobs/jobs/wake.ts";
import { log } from "#lib/log.ts";

/** What a thread of jobs is told: look for some; or take no more, and end those that run within so many milliseconds. */
export type Told = { look: true } | { stopWithinMs: number };

// Left alone it grows to 134 MB, and nothing is done sooner for it.
const youngMb = 48;
const restartMs = 1000;
// What could not be ended in time is given back meanwhile.
const giveBackMs = 1000;

/**
 * Does the jobs on a thread of their own, so that nobody waits for a page while many rows are reckoned and written to the disk.
 * A thread that falls is followed by another; what it was doing is done again after its lease.
 */
export function startJobs(entry = new URL("./jobs.thread.ts", import.meta.url)): Worker {
  let open = true;
  let thread: Thread | undefined;
  const forget = onWake(() => thread?.postMessage({ look: true } satisfies Told));
  begin();

  function begin(): void {
    if (!open) return;
    thread = new Thread(entry, {
      workerData: shareWriting(),
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    thread.on("error", (fault) =>
      log.error({ code: codeOf(fault) }, "the thread of jobs has fallen: another one begins"),
    );
    thread.once("exit", () => {
      thread = undefined;
      writeAlone();
      setTimeout(begin, restartMs).unref();
    });
  }

  return {
    async stop(timeoutMs) {
      open = false;
      forget();
      if (thread === undefined) return;
      const ended = once(thread, "exit");
      thread.postMessage({ stopWithinMs: timeoutMs } satisfies Told);
      await Promise.race([ended, passed(timeoutMs + giveBackMs, undefined, { ref: false })]);
      await thread?.terminate();
    },
  };
}
