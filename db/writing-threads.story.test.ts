import { once } from "node:events";
import { setTimeout as passed } from "node:timers/promises";
import { Worker as Thread } from "node:worker_threads";
import { like } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Db, db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { steps, transaction } from "#db/transaction.ts";
import { shareWriting, writeAlone } from "#db/writing-threads.ts";
import { onPostgres } from "#lib/env.ts";

let thread: Thread;
let said: string[];

beforeEach(async () => {
  await transaction((tx) => tx.delete(setting));
  said = [];
  thread = new Thread(new URL("./writing-threads.child.ts", import.meta.url), { workerData: shareWriting() });
  thread.on("message", (line: string) => said.push(line));
  thread.once("exit", writeAlone);
});
afterEach(() => thread.terminate());

/** The other thread keeps the names, one after the other. Answers when it is in the middle of the first. */
async function theyPut(names: readonly string[], ms: number): Promise<void> {
  for (const name of names) thread.postMessage({ name, ms });
  await expect.poll(() => said, { interval: 2, timeout: 20_000 }).toContain(`${names[0]} has begun`);
}

function put(tx: Db, name: string) {
  return tx.insert(setting).values({ name, value: "" });
}

async function kept(): Promise<string[]> {
  const rows = await db.select({ name: setting.name }).from(setting);
  return rows.map(({ name }) => name).toSorted();
}

function theirs(on: Db): Promise<number> {
  return on.$count(setting, like(setting.name, "theirs %"));
}

describe.skipIf(onPostgres)("two threads that write one file", () => {
  test("who waits for the other one goes on with everything else", async () => {
    await theyPut(["long"], 400);
    let beats = 0;
    const beat = setInterval(() => (beats += 1), 10);
    await transaction((tx) => put(tx, "short"));
    clearInterval(beat);
    expect(await kept()).toEqual(["long", "short"]);
    expect(beats).toBeGreaterThan(10);
  });

  test("who waits comes next, however busy it is and however much the other one has to write", async () => {
    const names = Array.from({ length: 200 }, (_, at) => `theirs ${at}`);
    await theyPut(names, 50);
    for (let round = 0; round < 10; round += 1) {
      await passed(10);
      const found: number[] = [];
      const ours = transaction(async (tx) => found.push(await theirs(tx)));
      await passed(10);
      const before = await theirs(db);
      while (found.length === 0) {
        block(15);
        await passed(1);
      }
      await ours;
      // The one that was being written as we asked, and no other.
      expect(Number(found[0]) - before).toBeLessThanOrEqual(1);
    }
  });

  test("long work in steps lets the other one in", async () => {
    await theyPut(["theirs 0"], 0);
    const begun = steps(
      async (tx) => {
        await put(tx, `step ${Math.random()}`);
        await passed(20);
      },
      () => true,
    );
    await passed(5);
    await theyPut(["theirs 1"], 0);
    expect((await begun).length).toBeLessThan(5);
  });

  test("a thread that ends in the middle of its turn keeps nothing, and nobody waits for it", async () => {
    await theyPut(["never"], 60_000);
    const ours = transaction((tx) => put(tx, "ours"));
    await Promise.all([thread.terminate(), once(thread, "exit")]);
    await ours;
    expect(await kept()).toEqual(["ours"]);
  });
});

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
