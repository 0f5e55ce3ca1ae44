import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { insertNew, insertRows, isAmong, keeping, rowsOf, rowsOfKept } from "#db/rows.ts";
import { listMove } from "#db/schema/lists.ts";
import { notice } from "#db/schema/notices.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { onPostgres } from "#lib/env.ts";

const move = { listId: 1, at: 0, joined: true, who: "Jill" };
const moves = (count: number) => Array.from({ length: count }, (_, at) => ({ ...move, contactId: at + 1 }));
const told = (_: unknown, at: number) => ({ portalId: 1, kind: "note", key: "", about: {}, once: `${at}`, at: 0 });
const settings = (names: readonly string[]) => names.map((name) => ({ name, value: name.toUpperCase() }));

beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.delete(listMove);
    await tx.delete(setting);
  });
});

describe("many rows", () => {
  test("that are new get ids in their order, each larger than every one before", async () => {
    await transaction((tx) => insertNew(tx, listMove, moves(600)));
    await transaction((tx) => insertNew(tx, listMove, moves(2)));
    const stored = await db.select().from(listMove).orderBy(asc(listMove.id));
    expect(stored.map(({ contactId }) => contactId)).toEqual([...moves(600), ...moves(2)].map((row) => row.contactId));
    expect(new Set(stored.map(({ id }) => id)).size).toBe(602);
    expect(stored.at(-1)).toMatchObject({ ...move, contactId: 2 });
  });

  test("are written while others read what stood before them", async () => {
    const looks: number[] = [];
    const state = { is: "waiting" };
    const writing = transaction(async (tx) => {
      state.is = "writing";
      await insertNew(tx, listMove, moves(20_000));
      state.is = "written";
    });
    while (state.is !== "written") {
      const during = state.is;
      const seen = await db.$count(listMove);
      if (during === "writing" && state.is === "writing") looks.push(seen);
      await new Promise((next) => setImmediate(next));
    }
    await writing;
    expect(looks.length).toBeGreaterThan(3);
    expect(new Set(looks)).toEqual(new Set([0]));
    expect(await db.$count(listMove)).toBe(20_000);
  });
});

describe("rows that have one of many values", () => {
  test("are found by texts and by numbers, whatever the texts hold", async () => {
    const odd = ["plain", "", "it's", 'a "quote"', "a,comma", "{brace}", "back\\slash", "null", "größe"];
    await transaction((tx) => insertRows(tx, setting, settings(odd)));
    const found = await db.select().from(setting).where(isAmong(setting.name, odd));
    expect(found.map(({ name }) => name).toSorted()).toEqual(odd.toSorted());
    expect(
      await db
        .select()
        .from(setting)
        .where(isAmong(setting.name, ["Plain", "it''s"])),
    ).toEqual([]);

    await transaction((tx) => insertNew(tx, listMove, moves(40)));
    const wanted = Array.from({ length: 3_000 }, (_, at) => at * 2);
    const even = await db.select().from(listMove).where(isAmong(listMove.contactId, wanted));
    expect(even.map(({ contactId }) => contactId).toSorted((a, b) => a - b)).toEqual(wanted.slice(1, 21));
  });

  test("of no values are none", async () => {
    await transaction((tx) => insertNew(tx, listMove, moves(3)));
    expect(await db.select().from(listMove).where(isAmong(listMove.contactId, []))).toEqual([]);
  });
});

/** Takes the next turn, as whoever reads a row to change it. */
function takeTurn(): Promise<void> {
  return transaction(async (tx) => {
    const [found] = await keeping(tx.select().from(setting).where(eq(setting.name, "turns")), setting.name);
    await new Promise((next) => setImmediate(next));
    const value = String(Number(found?.value) + 1);
    await tx.update(setting).set({ value }).where(eq(setting.name, "turns"));
  });
}

test("a row that is read to be changed is changed by one at a time", async () => {
  await transaction((tx) => insertRows(tx, setting, [{ name: "turns", value: "0" }]));
  await Promise.all(Array.from({ length: 20 }, takeTurn));
  expect(await db.select().from(setting)).toEqual([{ name: "turns", value: "20" }]);
});

test.runIf(onPostgres)(
  "a statement whose text comes again keeps its plan, a query that is asked once does not",
  async () => {
    const plans = sql`select count(*) as many from pg_prepared_statements where statement like '%is kept here%'`;
    const many = () =>
      transaction(async (tx) => {
        await rowsOfKept(tx, sql`select 1 as one /* is kept here */`);
        await rowsOf(tx, sql`select 1 as one /* is not: is kept here */`);
        return rowsOf<{ many: number }>(tx, plans, ["many"]);
      });
    expect(await many()).toEqual([{ many: 1 }]);
  },
);

test.runIf(onPostgres)(
  "a plan that is kept for all portals does for a second one, though the first alone was counted",
  async () => {
    await transaction(async (tx) => {
      await insertNew(tx, notice, Array.from({ length: 5_000 }, told));
      await rowsOf(tx, sql`analyze notice`);
    });
    const plan = await rowsOf<Record<string, string>>(
      db,
      sql.raw("explain (generic_plan) select key from notice where portal_id = $1 order by id limit 5"),
    );
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("using notice_portal");
  },
);
