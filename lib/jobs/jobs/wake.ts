import { AsyncLocalStorage } from "node:async_hooks";
import { oneInProgram } from "#lib/one.ts";

const workers = oneInProgram("job-workers", () => new Set<() => void>());

/** Calls `look` whenever this thread leaves a job, outside of whatever transaction or request left it. */
export function onWake(look: () => void): () => void {
  const outside = AsyncLocalStorage.bind(look);
  workers.add(outside);
  return () => workers.delete(outside);
}

/** The workers' own transaction waits behind the one that is open now, so they see what it committed. */
export function wakeWorkers(): void {
  for (const look of workers) setImmediate(look);
}
