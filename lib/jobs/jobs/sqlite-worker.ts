import { transaction } from "#db/transaction.ts";
import { atMost } from "#lib/jobs/jobs/at-most.ts";
import { attempt } from "#lib/jobs/jobs/attempt.ts";
import { renew, settle, type Taken, takeDue } from "#lib/jobs/jobs/sqlite-leases.ts";
import { troubled } from "#lib/jobs/jobs/trouble.ts";
import { onWake } from "#lib/jobs/jobs/wake.ts";
import type { Listeners, Outcome, Worker } from "#lib/jobs/listeners.ts";
import { endedInBetween, heartbeatMs } from "#lib/jobs/retry.ts";
import { log } from "#lib/log.ts";

const atOnce = 4;
const pollMs = 500;

type Desk = {
  listeners: Listeners;
  running: Map<number, { taken: Taken; ended: Promise<void> }>;
  open: boolean;
  /** Set by whoever hears of new work; cleared by the look that follows. */
  wanted: boolean;
  looking: Promise<void> | undefined;
};

/** Works in this process, beside any number of other processes on the same file. */
export function startSqliteWorker(listeners: Listeners): Worker {
  const desk: Desk = { listeners, running: new Map(), open: true, wanted: false, looking: undefined };
  const forget = onWake(() => look(desk));
  // The poll keeps the process alive, as a worker should; `stop` ends it.
  const poll = setInterval(() => look(desk), pollMs);
  const endHeartbeat = startHeartbeat(() => [...desk.running.keys()]);
  look(desk);

  return {
    async stop(timeoutMs) {
      desk.open = false;
      forget();
      clearInterval(poll);
      await desk.looking;
      await atMost(timeoutMs, everyJobOf(desk));
      endHeartbeat();
      await giveBackUnfinished(desk);
    },
  };
}

/** One after the other, until nothing is due; answers with the first failure. */
export async function runDueOnSqlite(listeners: Listeners): Promise<Error | undefined> {
  const held: number[] = [];
  const endHeartbeat = startHeartbeat(() => held);
  let first: Error | undefined;
  try {
    for (;;) {
      const [taken] = await transaction((tx) => takeDue(tx, 1, held));
      if (taken === undefined) return first;
      held.splice(0, 1, taken.id);
      const outcome = await attempt(listeners, taken);
      await transaction((tx) => settle(tx, taken, outcome));
      if (outcome.is !== "done") first ??= outcome.fault;
    }
  } finally {
    endHeartbeat();
  }
}

function look(desk: Desk): void {
  desk.wanted = true;
  desk.looking ??= lookWhileWanted(desk).finally(() => {
    desk.looking = undefined;
    // Someone may have called in the moment between the last look and this line.
    if (desk.wanted && desk.open) look(desk);
  });
}

async function lookWhileWanted(desk: Desk): Promise<void> {
  while (desk.wanted && desk.open) {
    desk.wanted = false;
    const free = atOnce - desk.running.size;
    // With no hand free there is nothing to take; the next job that ends looks again.
    if (free > 0) await takeSome(desk, free);
  }
}

async function takeSome(desk: Desk, free: number): Promise<void> {
  try {
    const held = [...desk.running.keys()];
    for (const taken of await transaction((tx) => takeDue(tx, free, held))) {
      desk.running.set(taken.id, { taken, ended: work(desk, taken) });
    }
  } catch (fault) {
    // A full disk or a locked file: the poll tries again.
    troubled("taking jobs", fault);
  }
}

async function work(desk: Desk, taken: Taken): Promise<void> {
  const outcome = await attempt(desk.listeners, taken);
  await settleOrLeave(taken, outcome);
  desk.running.delete(taken.id);
  look(desk);
}

/** What cannot be written down is left to the end of its lease, and done again. */
async function settleOrLeave(taken: Taken, outcome: Outcome): Promise<void> {
  try {
    await transaction((tx) => settle(tx, taken, outcome));
  } catch (fault) {
    troubled("settling a job", fault);
  }
}

async function giveBackUnfinished(desk: Desk): Promise<void> {
  for (const { taken } of desk.running.values()) {
    log.warn({ job: taken.id, kind: taken.kind }, "job given back: it ran longer than the stop could wait");
    await settleOrLeave(taken, { is: "failed", fault: new Error(endedInBetween) });
  }
}

function startHeartbeat(held: () => readonly number[]): () => void {
  const beat = setInterval(() => {
    if (held().length === 0) return;
    transaction((tx) => renew(tx, held())).catch((fault: unknown) => troubled("renewing leases", fault));
  }, heartbeatMs);
  beat.unref();
  return () => clearInterval(beat);
}

function everyJobOf(desk: Desk): Promise<unknown> {
  return Promise.all([...desk.running.values()].map(({ ended }) => ended));
}
