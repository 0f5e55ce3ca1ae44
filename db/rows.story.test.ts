import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { isAmong, keeping, ownedInOrder, rowsOf, rowsOfKept } from "#db/ask.ts";
import { insertNew, insertRows } from "#db/rows.ts";
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

  test("keep what they have, where most have nothing in a column", async () => {
    const nothing = moves(60).map((row) => ({ ...row, who: "" }));
    const butLast = nothing.map((row, at) => (at === 59 ? { ...row, at: 7, who: "Ann" } : row));
    await transaction(async (tx) => {
      await insertNew(tx, listMove, nothing);
      await insertNew(tx, listMove, butLast);
    });
    const stored = await db.select().from(listMove).orderBy(asc(listMove.id));
    expect(stored).toMatchObject([...nothing, ...butLast]);
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

function pageOf(behind: number | undefined, ascending: boolean) {
  return ownedInOrder(notice.portalId, notice.id, { by: 2, behind, ascending });
}

describe("rows that belong to one, in the order of their ids", () => {
  beforeEach(() =>
    transaction(async (tx) => {
      await tx.delete(notice);
      for (const portalId of [1, 2, 3]) {
        await insertNew(
          tx,
          notice,
          moves(5).map((_, at) => ({ ...told(_, at), portalId })),
        );
      }
    }),
  );

  test.each([true, false])("come page by page, each behind the one before (ascending: %s)", async (ascending) => {
    const seen: number[] = [];
    for (let behind: number | undefined; ;) {
      const { where, order } = pageOf(behind, ascending);
      const rows = await db.select().from(notice).where(where).orderBy(order).limit(2);
      expect(rows.every(({ portalId }) => portalId === 2)).toBe(true);
      seen.push(...rows.map(({ id }) => id));
      if (rows.length < 2) break;
      behind = rows.at(-1)?.id;
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual(seen.toSorted((a, b) => (ascending ? a - b : b - a)));
  });

  test.runIf(onPostgres).each([undefined, 4_000_000_000])(
    "are found by their owner, though nearly all rows are theirs (behind %s)",
    async (behind) => {
      await transaction(async (tx) => {
        const ofTwo = { ...told(undefined, 0), portalId: 2 };
        await insertNew(
          tx,
          notice,
          moves(5_000).map((_, at) => ({ ...ofTwo, once: `more ${at}` })),
        );
        await rowsOf(tx, sql`analyze notice`);
      });
      const { where, order } = pageOf(behind, false);
      const plan = await rowsOf<Record<string, string>>(
        db,
        sql`explain select key from notice where ${where} order by ${order} limit 5`,
      );
      expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("using notice_portal");
    },
  );
});
