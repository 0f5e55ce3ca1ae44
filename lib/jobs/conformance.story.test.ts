import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rowsOf } from "#db/ask.ts";
import { transaction } from "#db/transaction.ts";
import { onPostgres } from "#lib/env.ts";
import { enqueue, prepareJobs, retryDeadJob } from "#lib/jobs/commands.ts";
import { type Listeners, runDueJobs, startWorker } from "#lib/jobs/jobs.ts";
import { deadJobs, pendingJobs, queueAgeMs } from "#lib/jobs/queries.ts";

// What every driver promises, whatever it is made of. Only the two doors at the end know which one is under test.

beforeAll(prepareJobs);
beforeEach(emptyQueue);

const workers: { stop(timeoutMs: number): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(1000)));
});

async function work(listeners: Listeners) {
  const worker = await startWorker(listeners);
  workers.push(worker);
  return worker;
}

/** Writes down what it was asked to do. */
function scribe() {
  const done: unknown[] = [];
  return {
    done,
    write: async (args: unknown) => {
      done.push(args);
    },
  };
}

function slowly({ write }: ReturnType<typeof scribe>) {
  return async (args: unknown) => {
    await new Promise((then) => setTimeout(then, 2));
    await write(args);
  };
}

/** A door that jobs wait before until the test opens it. */
function gate() {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  return { opened, open };
}

const soon = { timeout: 5000, interval: 5 };
type Asked = [kind: string, args: object, options?: { queue?: string; key?: string; runAt?: number }];

function leave(...jobs: Asked[]): Promise<void> {
  return transaction(async (tx) => {
    for (const [kind, args, options] of jobs) await enqueue(tx, kind, args, options);
  });
}

async function fail() {
  throw new Error("the line is dead");
}

describe("leaving a job", () => {
  test("a change that is rolled back leaves no job behind", async () => {
    const rolledBack = transaction(async (tx) => {
      await enqueue(tx, "write", { never: true });
      throw new Error("changed our mind");
    });
    await expect(rolledBack).rejects.toThrow("changed our mind");

    const { done, write } = scribe();
    await runDueJobs({ write });
    expect(done).toEqual([]);
    expect(await pendingJobs()).toBe(0);
  });

  test("what a job leaves behind is done too", async () => {
    const { done, write } = scribe();
    await leave(["first", { contact: 7 }]);
    await runDueJobs({ first: () => leave(["write", { list: 8 }]), write });
    expect(done).toEqual([{ list: 8 }]);
    expect(await pendingJobs()).toBe(0);
  });

  test("a waiting job of the same key is replaced, and so is its hour", async () => {
    const { done, write } = scribe();
    await leave(["write", { version: 1 }, { key: "sizes", runAt: Date.now() + 60_000 }]);
    await leave(["write", { version: 2 }, { key: "sizes" }], ["write", { other: 1 }, { key: "names" }]);
    await leave(["write", { version: 3 }, { key: "sizes" }]);
    expect(await pendingJobs()).toBe(2);

    await runDueJobs({ write });
    expect(done).toHaveLength(2);
    expect(done).toContainEqual({ version: 3 });
  });

  test("a running job does not count: a new one of its key waits", async () => {
    const { done, write } = scribe();
    const { opened, open } = gate();
    let ran = 0;
    const slow = async (args: unknown) => {
      await write(args);
      ran += 1;
      if (ran === 1) await opened;
    };
    await leave(["slow", { version: 1 }, { key: "sizes" }]);
    await work({ slow });
    await expect.poll(() => ran, soon).toBe(1);

    await leave(["slow", { version: 2 }, { key: "sizes" }]);
    expect(await pendingJobs()).toBe(2);
    open();
    await expect.poll(() => done, soon).toEqual([{ version: 1 }, { version: 2 }]);
    await expect.poll(pendingJobs, soon).toBe(0);
  });

  test("a running job that fails is not tried again when a newer one of its key waits", async () => {
    const { done, write } = scribe();
    const { opened, open } = gate();
    const picky = async (args: unknown) => {
      await write(args);
      if (done.length > 1) return;
      await opened;
      throw new Error("overtaken");
    };
    await leave(["picky", { version: 1 }, { key: "sizes" }]);
    await work({ picky });
    await expect.poll(() => done.length, soon).toBe(1);

    await leave(["picky", { version: 2 }, { key: "sizes" }]);
    open();
    await expect.poll(() => done, soon).toEqual([{ version: 1 }, { version: 2 }]);
    await expect.poll(pendingJobs, soon).toBe(0);
    expect(await deadJobs()).toEqual([]);
  });

  test("a key that many give at once while it is being worked on loses no last word", async () => {
    const last = 60;
    let seen = 0;
    await work({
      note: async (args) => {
        seen = Number(Reflect.get(Object(args), "version"));
      },
    });
    for (let version = 1; version <= last; version += 1) await leave(["note", { version }, { key: "sizes" }]);
    await expect.poll(() => seen, soon).toBe(last);
  });

  test("a job for later waits for its hour", async () => {
    const { done, write } = scribe();
    await leave(["write", { later: true }, { runAt: Date.now() + 60_000 }], ["write", { now: true }]);
    await runDueJobs({ write });
    expect(done).toEqual([{ now: true }]);
    expect(await pendingJobs()).toBe(1);
    expect(await queueAgeMs()).toBe(0);

    await makeAllDue();
    await runDueJobs({ write });
    expect(done).toEqual([{ now: true }, { later: true }]);
  });

  test("a job for in a moment is done in a moment, without anyone asking", async () => {
    const { done, write } = scribe();
    await work({ write });
    await leave(["write", { soon: true }, { runAt: Date.now() + 100 }]);
    await expect.poll(() => done, soon).toEqual([{ soon: true }]);
  });
});

describe("queues", () => {
  test("a hundred jobs of one queue run one after the other, in order", async () => {
    const { done, write } = scribe();
    let together = 0;
    let most = 0;
    const step = async (args: unknown) => {
      together += 1;
      most = Math.max(most, together);
      await new Promise((then) => setImmediate(then));
      await write(args);
      together -= 1;
    };
    const steps = Array.from({ length: 100 }, (_, at) => ({ at }));
    // Half of them together, half each in a transaction of its own.
    await leave(...steps.slice(0, 50).map((each): Asked => ["step", each, { queue: "registry" }]));
    for (const each of steps.slice(50)) await leave(["step", each, { queue: "registry" }]);

    await work({ step });
    await work({ step });
    await expect.poll(() => done.length, soon).toBe(100);
    expect(done).toEqual(steps);
    expect(most).toBe(1);
  });

  // On SQLite no two changes are open at once.
  test.runIf(onPostgres)("where changes overlap, the order is that of leaving a job, not of beginning", async () => {
    const { done, write } = scribe();
    const begun = gate();
    const { opened, open } = gate();
    const early = transaction(async (tx) => {
      await rowsOf(tx, sql`select now()`);
      begun.open();
      await opened;
      await enqueue(tx, "write", { begun: "first" }, { queue: "registry" });
    });
    await begun.opened;
    await leave(["write", { begun: "second" }, { queue: "registry" }]);
    open();
    await early;
    await runDueJobs({ write });
    expect(done).toEqual([{ begun: "second" }, { begun: "first" }]);
  });

  test("other queues and free jobs go on beside a queue that is held up", async () => {
    const { done, write } = scribe();
    const { opened, open } = gate();
    const wait = () => opened;
    await leave(["wait", {}, { queue: "slow" }]);
    for (let at = 0; at < 20; at += 1) await leave(["write", { blocked: at }, { queue: "slow" }]);
    await leave(["write", { queue: "quick" }, { queue: "quick" }], ["write", { free: true }]);

    await work({ wait, write });
    await expect.poll(() => done.length, soon).toBe(2);
    expect(done).toContainEqual({ queue: "quick" });
    expect(done).toContainEqual({ free: true });
    open();
    await expect.poll(() => done.length, soon).toBe(22);
  });

  test("four jobs run at once, not more", async () => {
    const { opened, open } = gate();
    let running = 0;
    const wait = async () => {
      running += 1;
      await opened;
      running -= 1;
    };
    await leave(...Array.from({ length: 6 }, (): Asked => ["wait", {}]));
    await work({ wait });
    await expect.poll(() => running, soon).toBe(4);
    await new Promise((then) => setTimeout(then, 100));
    expect(running).toBe(4);
    open();
    await expect.poll(pendingJobs, soon).toBe(0);
  });
});

describe("failure", () => {
  test("a job that failed is kept for later, tried again, and then done", async () => {
    const { done, write } = scribe();
    let tries = 0;
    const shaky = async (args: unknown) => {
      tries += 1;
      if (tries === 1) return fail();
      return write(args);
    };
    await leave(["shaky", { contact: 7 }]);
    await expect(runDueJobs({ shaky })).rejects.toThrow("the line is dead");
    await runDueJobs({ shaky });
    expect([tries, await pendingJobs(), await deadJobs()]).toEqual([1, 1, []]);

    await makeAllDue();
    await runDueJobs({ shaky });
    expect(done).toEqual([{ contact: 7 }]);
    expect(await pendingJobs()).toBe(0);
  });

  test("a failure does not hold up the others, and the first one is told at the end", async () => {
    const { done, write } = scribe();
    await leave(["fail", {}, { queue: "registry" }], ["write", { after: true }, { queue: "registry" }]);
    await expect(runDueJobs({ fail, write })).rejects.toThrow("the line is dead");
    expect(done).toEqual([{ after: true }]);
  });

  test("after eight attempts a job is dead, visible, and done when people ask for it", async () => {
    const { done, write } = scribe();
    await leave(["send", { contact: 7 }, { key: "seven" }]);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await deadJobs()).toEqual([]);
      await makeAllDue();
      await expect(runDueJobs({ send: fail })).rejects.toThrow("the line is dead");
    }
    await makeAllDue();
    await runDueJobs({ send: fail });

    const [dead, ...others] = await deadJobs();
    expect(others).toEqual([]);
    expect(dead).toMatchObject({ kind: "send", args: { contact: 7 }, attempts: 8, error: "the line is dead" });
    expect(await pendingJobs()).toBe(0);

    const id = dead?.id ?? 0;
    expect(await transaction((tx) => retryDeadJob(tx, id))).toEqual({ ok: true, value: undefined });
    expect(await transaction((tx) => retryDeadJob(tx, id))).toEqual({ ok: false, no: "no-dead-job" });
    await runDueJobs({ send: write });
    expect(done).toEqual([{ contact: 7 }]);
    expect(await deadJobs()).toEqual([]);
  });

  test("a kind that nobody listens to is dead at once, with a clear error", async () => {
    const { done, write } = scribe();
    await leave(["toString", { odd: true }], ["write", { fine: true }]);
    await expect(runDueJobs({ write })).rejects.toThrow('Nobody listens to jobs of the kind "toString".');
    expect(done).toEqual([{ fine: true }]);
    expect(await deadJobs()).toMatchObject([
      { kind: "toString", args: { odd: true }, error: 'Nobody listens to jobs of the kind "toString".' },
    ]);
  });

  test("the age of the queue is that of the oldest job that could run", async () => {
    expect(await queueAgeMs()).toBe(0);
    await leave(["write", {}, { runAt: Date.now() - 5000 }], ["write", {}]);
    expect(await queueAgeMs()).toBeGreaterThanOrEqual(5000);
    expect(await queueAgeMs()).toBeLessThan(15_000);
  });
});

describe("workers", () => {
  test("a worker is woken by a job, long before it would look by itself", async () => {
    const { done, write } = scribe();
    await work({ write });
    await new Promise((then) => setTimeout(then, 50));
    const before = performance.now();
    await leave(["write", { quick: true }]);
    await expect.poll(() => done.length, soon).toBe(1);
    expect(performance.now() - before).toBeLessThan(250);
  });

  test("two workers share the work, and each job is done once", async () => {
    const first = scribe();
    const second = scribe();
    await leave(...Array.from({ length: 200 }, (_, at): Asked => ["write", { at }]));
    await work({ write: slowly(first) });
    await work({ write: slowly(second) });
    await expect.poll(pendingJobs, soon).toBe(0);

    const all = [...first.done, ...second.done].map((args) => Number(Reflect.get(Object(args), "at")));
    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, at) => at));
    expect(Math.min(first.done.length, second.done.length)).toBeGreaterThan(0);
  });

  test("stop waits for the running job and takes no more", async () => {
    const { done, write } = scribe();
    const { opened, open } = gate();
    let started = false;
    const slow = async (args: unknown) => {
      started = true;
      await opened;
      await write(args);
    };
    await leave(["slow", { first: true }, { queue: "registry" }], ["slow", { second: true }, { queue: "registry" }]);
    const worker = await startWorker({ slow });
    await expect.poll(() => started, soon).toBe(true);

    const stopped = worker.stop(5000);
    setTimeout(open, 50);
    await stopped;
    expect(done).toEqual([{ first: true }]);
    expect(await pendingJobs()).toBe(1);
  });

  test("a job that outlasts the stop is given back and done again", async () => {
    const { done, write } = scribe();
    const { opened, open } = gate();
    let started = false;
    const stuck = () => {
      started = true;
      return opened;
    };
    await leave(["job", { big: true }, { queue: "registry" }]);
    const worker = await startWorker({ job: stuck });
    await expect.poll(() => started, soon).toBe(true);
    await worker.stop(50);
    expect(await pendingJobs()).toBe(1);

    await makeAllDue();
    await runDueJobs({ job: write });
    expect(done).toEqual([{ big: true }]);
    open();
  });

  test("the job of a crashed worker is taken over after its lease, not before", async () => {
    const { done, write } = scribe();
    await leave(["write", { first: true }, { queue: "registry" }], ["write", { second: true }, { queue: "registry" }]);
    await crashWorkerHolding("registry", { leaseLeftMs: 20_000 });
    await runDueJobs({ write });
    expect(done).toEqual([]);
    expect(await pendingJobs()).toBe(2);

    await crashWorkerHolding("registry", { leaseLeftMs: -1 });
    await work({ write });
    await expect.poll(() => done.length, soon).toBe(2);
    expect(done).toContainEqual({ first: true });
    expect(done).toContainEqual({ second: true });
  });
});

// The doors: how the clock is moved and how a worker dies, told to each driver's own table.

async function change(onSqlite: string, onGraphile: string): Promise<void> {
  await transaction(async (tx) => {
    if (onPostgres) await rowsOf(tx, sql.raw(onGraphile));
    else await tx.run(sql.raw(onSqlite));
  });
}

async function emptyQueue(): Promise<void> {
  await change("delete from job", "delete from graphile_worker._private_jobs");
}

async function makeAllDue(): Promise<void> {
  await change(
    "update job set run_at = 1 where state = 'waiting'",
    "update graphile_worker._private_jobs set run_at = 'epoch' where locked_at is null",
  );
}

/** The first job of the queue is held by a worker that is no more. */
async function crashWorkerHolding(queue: string, { leaseLeftMs }: { leaseLeftMs: number }): Promise<void> {
  const lockedAt = `now() - interval '${30_000 - leaseLeftMs} milliseconds'`;
  await change(
    `update job set state = 'running', attempts = 1, leased_until = ${Date.now() + leaseLeftMs}
     where id = (select min(id) from job where queue = '${queue}')`,
    `with held as (
       update graphile_worker._private_job_queues set locked_by = 'crashed', locked_at = ${lockedAt}
       where queue_name = '${queue}' returning id)
     update graphile_worker._private_jobs set locked_by = 'crashed', locked_at = ${lockedAt}, attempts = 1
     where id = (select min(jobs.id) from graphile_worker._private_jobs jobs join held on held.id = jobs.job_queue_id)`,
  );
}
