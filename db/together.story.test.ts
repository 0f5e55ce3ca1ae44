import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { type Db, db } from "#db/client.ts";
import { codeOf } from "#db/fault-code.ts";
import { setting } from "#db/schema/portals.ts";
import { together } from "#db/together.ts";
import { transaction } from "#db/transaction.ts";
import { onPostgres } from "#lib/env.ts";

beforeEach(() => transaction((tx) => tx.delete(setting)));

async function put(tx: Db, name: string): Promise<void> {
  await tx.insert(setting).values({ name, value: "" });
}

async function kept(): Promise<string[]> {
  const rows = await db.select().from(setting);
  return rows.map(({ name, value }) => `${name}${value}`).toSorted();
}

const taken = onPostgres ? "23505" : "SQLITE_CONSTRAINT_PRIMARYKEY";

test("what travels together is all there", async () => {
  await transaction(async (tx) => {
    await put(tx, "old");
    await together(
      () => put(tx, "one"),
      () => tx.update(setting).set({ value: ", seen" }).where(eq(setting.name, "old")),
      () => put(tx, "two"),
    );
  });
  expect(await kept()).toEqual(["old, seen", "one", "two"]);
});

/** The second of three puts down what the first has put down. */
function oneThatFalls(tx: Db): Promise<void> {
  return together(
    async () => {
      await put(tx, "one");
      await put(tx, "two");
    },
    () => put(tx, "one"),
    () => put(tx, "three"),
  );
}

test("the fault that made the others fail is the one that is told, and nothing is kept", async () => {
  const fault: unknown = await transaction(oneThatFalls).catch((thrown: unknown) => thrown);
  expect(codeOf(fault)).toBe(taken);
  expect(await kept()).toEqual([]);
});

test.runIf(onPostgres)("a fault that somebody passes over keeps nothing, and says so", async () => {
  const passingOver = transaction(async (tx) => {
    await put(tx, "one");
    await put(tx, "one").catch(() => undefined);
  });
  await expect(passingOver).rejects.toThrow("nothing was kept");
  expect(await kept()).toEqual([]);
  // The connection is as good as before.
  await transaction((tx) => put(tx, "two"));
  expect(await kept()).toEqual(["two"]);
});
