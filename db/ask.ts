import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import { type Db, statementName } from "#db/client.ts";
import { onPostgres } from "#lib/env.ts";

// What both stores are asked in words of their own.

/**
 * Rows of a query that drizzle's builder cannot say, or says too slowly; columns as the query names them. Whole numbers are
 * named, since PostgreSQL's driver hands them over as text; null stays null.
 */
export async function rowsOf<Row>(
  from: Db,
  query: SQL,
  wholeNumbers: readonly (keyof Row & string)[] = [],
): Promise<Row[]> {
  if (!onPostgres) return from.all<Row>(query);
  const answer: unknown = await Reflect.apply(Reflect.get(from, "execute"), from, [query]);
  return withNumbers((answer as { rows: Row[] }).rows, wholeNumbers);
}

/** The same for a query whose text is always the same. */
export async function rowsOfKept<Row>(
  from: Db,
  query: SQL,
  wholeNumbers: readonly (keyof Row & string)[] = [],
): Promise<Row[]> {
  if (!onPostgres) return from.all<Row>(query);
  const dialect = Reflect.get(from, "dialect") as { sqlToQuery: (query: SQL) => { sql: string; params: unknown[] } };
  const { sql: text, params } = dialect.sqlToQuery(query);
  return withNumbers((await runKept(from, text, ...params)) as Row[], wholeNumbers);
}

const Plan = z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]);

/** How many rows PostgreSQL expects of what stands behind a `from`, after what it has counted; SQLite expects nothing. */
export async function rowsExpected(on: Db, from: SQL): Promise<number> {
  if (!onPostgres) return 0;
  const [told] = await rowsOf<{ "QUERY PLAN": unknown }>(on, sql`explain (format json) select 1 from ${from}`);
  return Plan.parse(told?.["QUERY PLAN"])[0].Plan["Plan Rows"];
}

function withNumbers<Row>(rows: Row[], wholeNumbers: readonly (keyof Row & string)[]): Row[] {
  // Changed in place: a hundred copies cost more than the query.
  for (const row of rows as Record<string, unknown>[]) {
    for (const name of wholeNumbers) if (row[name] !== null) row[name] = Number(row[name]);
  }
  return rows;
}

/**
 * The rows of a query, kept from others until the transaction ends; in order of their ids, so that two transactions never
 * wait for each other. SQLite has one writer anyway, and is left to find the rows in its own order.
 */
export function keeping<Query extends object>(query: Query, id: SQLiteColumn): Query {
  return onPostgres ? (query as unknown as Keepable<Query>).orderBy(id).for("update") : query;
}

type Keepable<Query> = { orderBy: (by: SQLiteColumn) => { for: (strength: "update") => Query } };

/** Whether the column has one of these values, which go in one parameter: a place for each costs more than looking them up. */
export function isAmong(column: SQLiteColumn, values: readonly string[] | readonly number[]): SQL {
  if (values.length === 0) return sql`1 = 0`;
  if (!onPostgres) return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
  const type = sql.raw(typeof values[0] === "number" ? "bigint[]" : "text[]");
  return sql`${column} = any(${sql.param([...values])}::${type})`;
}

/** Texts as the rows of a table `given` with one column `value`: in one parameter, however many they are. */
export function givenTexts(texts: readonly string[]): SQL {
  const given = JSON.stringify(texts);
  return onPostgres ? sql`json_array_elements_text(${given}::json) as given(value)` : sql`json_each(${given}) as given`;
}

/**
 * The rows of a table that have these ids, each looked up: what stands behind `from`. PostgreSQL would else read all of a table for some
 * hundred of its rows.
 */
export function rowsWithIds(of: SQLiteTable & { id: SQLiteColumn }, ids: readonly number[]): SQL {
  if (!onPostgres) return sql`(select value from json_each(${JSON.stringify(ids)})) as given cross join ${of}`;
  const one = sql`select * from ${of} where ${of.id} = given.value offset 0`;
  return sql`unnest(${sql.param([...ids])}::bigint[]) as given(value) cross join lateral (${one}) as ${of}`;
}

/** `behind` an id, where there is one, in the direction of the order. */
type Owned = { by: number; behind: number | undefined; ascending: boolean };

/**
 * Rows that belong to one, in the order of their ids. PostgreSQL is told of a span of owners: where most rows are one owner's, it
 * else goes through the ids of all, and where another has just put down thirty thousand, a page of a hundred took 60 ms instead of 2.
 * SQLite goes by the index of owners anyway, and would begin each page at its end.
 */
export function ownedInOrder(
  owner: SQLiteColumn,
  id: SQLiteColumn,
  { by, behind, ascending }: Owned,
): { where: SQL; order: SQL } {
  const [beyond, way, within] = ascending ? [sql`>`, sql`asc`, sql`<=`] : [sql`<`, sql`desc`, sql`>=`];
  if (!onPostgres) {
    const further = behind === undefined ? sql`` : sql` and ${id} ${beyond} ${behind}`;
    return { where: sql`${owner} = ${by}${further}`, order: sql`${id} ${way}` };
  }
  const behindIt = sql`${owner} ${within} ${by} and (${owner}, ${id}) ${beyond} (${by}, ${behind})`;
  return {
    where: behind === undefined ? sql`${owner} between ${by} and ${by}` : behindIt,
    order: sql`${owner} ${way}, ${id} ${way}`,
  };
}

type Session = {
  prepareQuery: (
    query: { sql: string; params: readonly unknown[] },
    fields: undefined,
    name: string | undefined,
    asArrays: boolean,
  ) => { execute: () => Promise<{ rows: Record<string, unknown>[] }> };
};

/** A statement of PostgreSQL's whose text comes again and again: each connection keeps its plan. */
export function runKept(from: Db, text: string, ...params: unknown[]): Promise<Record<string, unknown>[]> {
  return run(from, { text, name: statementName(text), params });
}

/**
 * One that is planned each time. Where rows are found by a list of others, the best way depends on how many there are, and a table
 * that is being filled has grown long before its statistics say so.
 */
export function runPlanned(from: Db, text: string, ...params: unknown[]): Promise<Record<string, unknown>[]> {
  return run(from, { text, name: undefined, params });
}

type Statement = { text: string; name: string | undefined; params: readonly unknown[] };

async function run(from: Db, { text, name, params }: Statement): Promise<Record<string, unknown>[]> {
  const session = Reflect.get(from, "session") as Session;
  return (await session.prepareQuery({ sql: text, params }, undefined, name, false).execute()).rows;
}
