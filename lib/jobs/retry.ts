/** After so many attempts a job is dead: kept with its error, shown to people, and tried again only when they ask for it. */
export const mostAttempts = 8;

/** A worker that says nothing for so long is taken for crashed, and others take its jobs. */
export const leaseMs = 30_000;
export const heartbeatMs = 5_000;

/** What a job says for itself when the program ended in the middle of it. */
export const endedInBetween = "The program ended while this job was running.";

const second = 1000;
const longestMs = 300 * second;

/** How long to wait after so many failed attempts: 1 s, 2 s, 4 s … five minutes at most. */
export function backOffMs(attempts: number): number {
  return Math.min(second * 2 ** (attempts - 1), longestMs);
}

const longestText = 2000;

/** The error for people to read. A failed query is told by its cause, since its own text repeats the values it was given. */
export function errorText(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault).slice(0, longestText);
  if (fault.message.startsWith("Failed query") && fault.cause !== undefined) return errorText(fault.cause);
  return (fault.message || fault.name).slice(0, longestText);
}
