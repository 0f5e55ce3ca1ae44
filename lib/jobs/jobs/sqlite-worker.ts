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

type Ended = { taken: Taken; outcome: Outcome };

type Desk = {
  listeners: Listeners;
  running: Map<number, { taken: Taken; settled: PromiseWithResolvers<void> }>;
  /** Done or failed, and not yet written down. */
  ended: Ended[];
  open: boolean;
  /** Set by whoever hears of something to do; cleared by the turn that follows. */
  wanted: boolean;
  turns: Promise<void> | undefined;
};

/** Works in this thread, beside any number of other processes on the same file. */
export function startSqliteWorker(listeners: Listeners): Worker {
  const desk: Desk = { listeners, running: new Map(), ended: [], open: true, wanted: false, turns: undefined };
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
      await desk.turns;
      const running = [...desk.running.values()];
      await atMost(timeoutMs, Promise.all(running.map(({ settled }) => settled.promise)));
      endHeartbeat();
      await giveBack([...desk.running.values()].map(({ taken }) => taken));
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
  desk.turns ??= takeTurns(desk).finally(() => {
    desk.turns = undefined;
    // Someone may have called in the moment between the last turn and this line.
    if (desk.wanted) look(desk);
  });
}

async function takeTurns(desk: Desk): Promise<void> {
  while (desk.wanted) {
    desk.wanted = false;
    await takeTurn(desk);
  }
}

/** Writes down what has ended and takes what comes next, in one commit. */
async function takeTurn(desk: Desk): Promise<void> {
  const ended = desk.ended.splice(0);
  const held = [...desk.running.keys()];
  const free = desk.open ? atOnce - held.length + ended.length : 0;
  if (ended.length + free === 0) return;
  try {
    const taken = await transaction(async (tx) => {
      for (const each of ended) await settle(tx, each.taken, each.outcome);
      return takeDue(tx, free, held);
    });
    leave(desk, ended);
    for (const each of taken) void work(desk, each);
  } catch (fault) {
    // A full disk, a locked file: what could not be written down is done again after its lease.
    troubled("settling and taking jobs", fault);
    leave(desk, ended);
  }
}

async function work(desk: Desk, taken: Taken): Promise<void> {
  desk.running.set(taken.id, { taken, settled: Promise.withResolvers() });
  const outcome = await attempt(desk.listeners, taken);
  desk.ended.push({ taken, outcome });
  look(desk);
}

function leave(desk: Desk, ended: readonly Ended[]): void {
  for (const { taken } of ended) {
    desk.running.get(taken.id)?.settled.resolve();
    desk.running.delete(taken.id);
  }
}

/** So that another worker need not wait for the end of the lease. */
async function giveBack(unfinished: readonly Taken[]): Promise<void> {
  if (unfinished.length === 0) return;
  const outcome: Outcome = { is: "failed", fault: new Error(endedInBetween) };
  log.warn({ jobs: unfinished.map(({ id }) => id) }, "jobs given back: they ran longer than the stop could wait");
  await transaction(async (tx) => {
    for (const taken of unfinished) await settle(tx, taken, outcome);
  }).catch((fault: unknown) => troubled("giving jobs back", fault));
}

function startHeartbeat(held: () => readonly number[]): () => void {
  const beat = setInterval(() => {
    if (held().length === 0) return;
    transaction((tx) => renew(tx, held())).catch((fault: unknown) => troubled("renewing leases", fault));
  }, heartbeatMs);
  beat.unref();
  return () => clearInterval(beat);
}
