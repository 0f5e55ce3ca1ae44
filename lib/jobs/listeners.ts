/** Who does the jobs of a kind. A job may come twice, so doing it twice must change nothing. */
export type Listeners = Readonly<Record<string, (args: unknown) => Promise<void>>>;

/** `stop` takes no more jobs and waits for those that run; what still runs after `timeoutMs` is given back to be tried again. */
export type Worker = { stop(timeoutMs: number): Promise<void> };

/** How the work on a job ended; `hopeless` is not tried again. */
export type Outcome = { is: "done" } | { is: "failed" | "hopeless"; fault: Error };

export function nobodyListens(kind: string): Error {
  return new Error(`Nobody listens to jobs of the kind "${kind}".`);
}
