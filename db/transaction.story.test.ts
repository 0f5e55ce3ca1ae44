import { beforeEach, describe, expect, test } from "vitest";
import { type Db, db } from "#db/client.ts";
import { setting } from "#db/schema/portals.ts";
import { steps, transaction } from "#db/transaction.ts";
import { onPostgres } from "#lib/env.ts";

beforeEach(() => transaction((tx) => tx.delete(setting)));

function put(tx: Db, name: string) {
  return tx.insert(setting).values({ name, value: "" });
}

async function kept(): Promise<string[]> {
  const rows = await db.select({ name: setting.name }).from(setting);
  return rows.map(({ name }) => name).toSorted();
}

/** Work that goes on until it has put down every name, and whoever looks after each step. */
function putting(names: readonly string[], after: (tx: Db) => unknown = () => undefined) {
  const left = [...names];
  return steps(
    async (tx) => {
      const name = left.shift() ?? "";
      await put(tx, name);
      await after(tx);
      return name;
    },
    () => left.length > 0,
  );
}

/** Two steps, of which the second falls half way. */
function oneAndAHalf(): Promise<string[]> {
  return steps(
    async (tx) => {
      const isFirst = (await tx.$count(setting)) === 0;
      await put(tx, isFirst ? "whole" : "half");
      if (!isFirst) throw new Error("it fell");
      return "whole";
    },
    () => true,
  );
}

describe("long work in steps", () => {
  test("answers what each of them answered, and is durable then", async () => {
    const done: string[] = [];
    const names = ["a", "b", "c"];
    while (done.length < names.length) done.push(...(await putting(names.slice(done.length))));
    expect(done).toEqual(names);
    expect(await kept()).toEqual(names);
  });

  test.skipIf(onPostgres)("shares one commit: others see all of it or nothing", async () => {
    const seen: string[][] = [];
    expect(await putting(["a", "b", "c"], async () => seen.push(await kept()))).toEqual(["a", "b", "c"]);
    expect(seen).toEqual([[], [], []]);
    expect(await kept()).toEqual(["a", "b", "c"]);
  });

  test("lets in whoever waits to write, after the step that goes on", async () => {
    const name = "saved meanwhile";
    const begun = putting(["a", "b", "c"], () => new Promise((next) => setTimeout(next, 20)));
    await new Promise((next) => setTimeout(next, 5));
    await transaction((tx) => put(tx, name));
    expect(await begun).toEqual(["a"]);
    expect(await kept()).toEqual(["a", name]);
  });

  test("goes no further where one of them throws, and only that one is undone", async () => {
    expect(await oneAndAHalf()).toEqual(["whole"]);
    await expect(oneAndAHalf()).rejects.toThrow("it fell");
    expect(await kept()).toEqual(["whole"]);
  });

  test.skipIf(onPostgres)("takes no more than a fifth of a second, however much is left", async () => {
    const begun = performance.now();
    const done = await putting(
      Array.from({ length: 1_000 }, (_, at) => `${at}`),
      () => new Promise((next) => setTimeout(next, 10)),
    );
    expect(performance.now() - begun).toBeGreaterThanOrEqual(200);
    expect(done.length).toBeLessThanOrEqual(21);
  });
});
