import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import { breath } from "#db/breath.ts";
import { type Db, overSqlite, store } from "#db/client.ts";
import { codeOf } from "#db/fault-code.ts";
import { onPostgresAlone } from "#db/postgres-transaction.ts";
import { beginWriting, endWriting, isAwaited } from "#db/writing-threads.ts";
import { onPostgres } from "#lib/env.ts";
import { oneInProgram } from "#lib/one.ts";

/** A piece of work waiting for its turn; `answer` is called once its transaction is on disk. */
type Waiting = { work: (tx: Db) => Promise<unknown>; answer: (value: unknown) => void; fail: (fault: unknown) => void };
type Outcome<Value> = { ok: true; value: Value } | { ok: false; fault: unknown };

const turns = oneInProgram("writer", () => ({ waiting: [] as Waiting[], running: false }));
const inside = oneInProgram("inside-transaction", () => new AsyncLocalStorage<{ open: boolean }>());

// A turn holds the writer only so long that a page in between does not feel it.
const mostPerTurn = 64;

/**
 * Runs `work` alone and answers once it is durable; a throw rolls back all of it and is passed on.
 * On SQLite the writers of one turn of the event loop share a commit, each in a savepoint of its own.
 */
export function transaction<Value>(work: (tx: Db) => Promise<Value>): Promise<Value> {
  if (inside.getStore()?.open)
    throw new Error("A transaction inside a transaction would wait for itself: hand `tx` down.");
  if (onPostgres) return onPostgresAlone((tx) => within(() => work(tx)));

  return new Promise<Value>((answer, fail) => {
    turns.waiting.push({ work, answer: (value) => answer(value as Value), fail });
    if (turns.running) return;
    turns.running = true;
    setImmediate(() => void takeTurns());
  });
}

// Beyond it a commit writes hardly fewer pages a row, and somebody who saves meanwhile would wait for a longer one.
const longestStepsMs = 200;

/**
 * Long work in steps, each of which leaves everything whole. Every commit writes the pages of all indexes that its rows are in, so
 * steps share one, until a fifth of a second has passed, somebody else waits to write, or `more` says of an answer that it was the
 * last. Answers what the steps answered, at least one, once they are durable. A step that throws undoes itself alone, and throws
 * when it comes first. On PostgreSQL each step has its own commit: who waits for what it keeps cannot be seen from here.
 */
export function steps<Value>(step: (tx: Db) => Promise<Value>, more: (value: Value) => boolean): Promise<Value[]> {
  return transaction(async (tx) => {
    const answers: Value[] = [await step(tx)];
    if (onPostgres) return answers;
    const until = performance.now() + longestStepsMs;
    while (answers.slice(-1).every(more) && performance.now() < until) {
      await breath();
      if (turns.waiting.length > 0 || isAwaited()) break;
      const outcome = await inSavepoint(step);
      if (!outcome.ok) break;
      answers.push(outcome.value);
    }
    return answers;
  });
}

async function takeTurns(): Promise<void> {
  while (turns.waiting.length > 0) {
    await takeTurn(turns.waiting.splice(0, mostPerTurn));
    await breath();
  }
  turns.running = false;
}

async function takeTurn(together: Waiting[]): Promise<void> {
  const outcomes: Outcome<unknown>[] = [];
  try {
    const { writer } = sqliteStore();
    await beginWriting();
    try {
      await begin(writer);
      for (const { work } of together) outcomes.push(await inSavepoint(work));
      writer.exec("commit");
    } catch (fault) {
      if (writer.inTransaction) writer.exec("rollback");
      throw fault;
    } finally {
      endWriting();
    }
  } catch (fault) {
    for (const { fail } of together) fail(fault);
    return;
  }
  together.forEach(({ answer, fail }, at) => {
    const outcome = outcomes[at];
    if (outcome?.ok) answer(outcome.value);
    else fail(outcome?.fault);
  });
}

const longestWaitMs = 30_000;

/** Another program may hold the file longer than SQLite itself waits; nothing has begun yet, so waiting on is safe. */
async function begin(writer: Database): Promise<void> {
  const until = Date.now() + longestWaitMs;
  for (;;) {
    try {
      writer.exec("begin immediate");
      return;
    } catch (fault) {
      if (codeOf(fault) !== "SQLITE_BUSY" || Date.now() > until) throw fault;
      await setTimeout(Math.random() * 50);
    }
  }
}

async function inSavepoint<Value>(work: (tx: Db) => Promise<Value>): Promise<Outcome<Value>> {
  const { writer, tx } = sqliteStore();
  writer.exec("savepoint work");
  try {
    const value = await within(() => work(tx));
    writer.exec("release work");
    return { ok: true, value };
  } catch (fault) {
    // A full disk or a lost file ends the whole transaction: then there is no savepoint to go back to.
    if (!writer.inTransaction) throw fault;
    writer.exec("rollback to work");
    writer.exec("release work");
    return { ok: false, fault };
  }
}

/** Marks what runs inside a transaction; what it leaves behind for later is outside again. */
async function within<Value>(work: () => Promise<Value>): Promise<Value> {
  const mark = { open: true };
  try {
    return await inside.run(mark, work);
  } finally {
    mark.open = false;
  }
}

const writers = new WeakMap<object, Db>();

function sqliteStore() {
  const { sqlite } = store();
  if (sqlite === undefined) throw new Error("not on SQLite");
  const tx = writers.get(sqlite.writer) ?? overSqlite(sqlite.writer);
  writers.set(sqlite.writer, tx);
  return { writer: sqlite.writer, tx };
}
