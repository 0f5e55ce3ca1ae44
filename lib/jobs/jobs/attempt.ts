import { inBackground } from "#db/turns.ts";
import { type Listeners, nobodyListens, type Outcome } from "#lib/jobs/listeners.ts";
import { log } from "#lib/log.ts";

type Attempted = { id: number; kind: string; args: unknown; attempts: number };

/** Does the job and tells how it ended; never throws. */
export async function attempt(listeners: Listeners, job: Attempted): Promise<Outcome> {
  const listener = Object.hasOwn(listeners, job.kind) ? listeners[job.kind] : undefined;
  if (listener === undefined) return told(job, { is: "hopeless", fault: nobodyListens(job.kind) });
  try {
    await inBackground(() => listener(job.args));
    return { is: "done" };
  } catch (thrown) {
    const fault = thrown instanceof Error ? thrown : new Error(String(thrown));
    return told(job, { is: "failed", fault });
  }
}

/** The log gets ids and the name of the error; its text may hold personal data and stays with the job. */
function told({ id, kind, attempts }: Attempted, outcome: Outcome & { fault: Error }): Outcome {
  log.warn({ job: id, kind, attempts, outcome: outcome.is, error: outcome.fault.name }, "job failed");
  return outcome;
}
