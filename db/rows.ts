import { getTableColumns, getTableName, type InferInsertModel, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { breath } from "#db/breath.ts";
import { type Db, preparedOnce, statementName } from "#db/client.ts";
import { counter } from "#db/schema/portals.ts";
import { onPostgres } from "#lib/env.ts";

// Many rows at once: one prepared statement on SQLite, one statement with one parameter on PostgreSQL. Ten times faster than
// rows built one by one, and the only other place that knows the stores apart.

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

type Session = {
  prepareQuery: (
    query: { sql: string; params: readonly unknown[] },
    fields: undefined,
    name: string | undefined,
    asArrays: boolean,
  ) => { execute: () => Promise<{ rows: Record<string, unknown>[] }> };
};

/** A statement of PostgreSQL's whose text comes again and again: each connection keeps its plan. */
function runKept(from: Db, text: string, ...params: unknown[]): Promise<Record<string, unknown>[]> {
  return run(from, { text, name: statementName(text), params });
}

/**
 * One that is planned each time. Where rows are found by a list of others, the best way depends on how many there are, and a table
 * that is being filled has grown long before its statistics say so.
 */
function runPlanned(from: Db, text: string, ...params: unknown[]): Promise<Record<string, unknown>[]> {
  return run(from, { text, name: undefined, params });
}

type Statement = { text: string; name: string | undefined; params: readonly unknown[] };

async function run(from: Db, { text, name, params }: Statement): Promise<Record<string, unknown>[]> {
  const session = Reflect.get(from, "session") as Session;
  return (await session.prepareQuery({ sql: text, params }, undefined, name, false).execute()).rows;
}

export async function insertRows<Table extends SQLiteTable>(
  tx: Db,
  into: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns } = shapeOf(into);
  const names = columns.map((column) => quoted(column.name)).join(", ");
  if (onPostgres) {
    const insert = `insert into ${quoted(name)} (${names}) select ${names} from ${recordsOf(name)}`;
    await runKept(tx, insert, asRecords(rows, columns));
    return;
  }
  const places = columns.map(() => "?").join(", ");
  await runForEach(tx, `insert into ${quoted(name)} (${names}) values (${places})`, asPlaces(rows, columns));
}

/** The same for rows that nobody knows by their ids yet: each gets a new one, in the order of the rows. */
export async function insertNew<Table extends SQLiteTable & { id: unknown }>(
  tx: Db,
  into: Table,
  rows: readonly Omit<InferInsertModel<Table>, "id">[],
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns, key } = shapeOf(into);
  const given = columns.filter((column) => column !== key);
  const names = given.map((column) => quoted(column.name)).join(", ");
  const insert = `insert into ${quoted(name)} (${quoted(key.name)}, ${names})`;
  if (onPostgres) {
    const select = `select nextval('id_sequence'), ${names} from ${recordsOf(name)}`;
    await runKept(tx, `${insert} ${select}`, asRecords(rows, given));
    return;
  }
  const ids = await newIds(tx, rows.length);
  const places = given.map(() => ", ?").join("");
  const values = rows.map((row, at) => [ids[at], ...given.map((column) => encoded(row, column))]);
  await runForEach(tx, `${insert} values (?${places})`, values);
}

/**
 * Writes rows that are there, found by their primary key. With the rows as they were, in the same order, only the columns
 * that differ in any of them are written: a column that is set costs its indexes, whether it changes or not.
 */
export async function updateRows<Table extends SQLiteTable>(
  tx: Db,
  into: Table,
  rows: readonly InferInsertModel<Table>[],
  before: readonly Record<string, unknown>[] = [],
): Promise<void> {
  const { name, columns, key } = shapeOf(into);
  const written = columns.filter((column) => column !== key && differs(column.field, rows, before));
  if (rows.length === 0 || written.length === 0) return;

  const where = `${quoted(name)}.${quoted(key.name)}`;
  if (onPostgres) {
    const set = written.map((column) => `${quoted(column.name)} = given.${quoted(column.name)}`).join(", ");
    const update = `update ${quoted(name)} set ${set} from ${recordsOf(name)} where ${where} = given.${quoted(key.name)}`;
    await runPlanned(tx, update, asRecords(rows, [...written, key]));
    return;
  }
  const set = written.map((column) => `${quoted(column.name)} = ?`).join(", ");
  await runForEach(tx, `update ${quoted(name)} set ${set} where ${where} = ?`, asPlaces(rows, [...written, key]));
}

/** Takes away the rows that have these values in these columns; a row that is not there is none too few. */
export async function deleteRows<Table extends SQLiteTable>(
  tx: Db,
  of: Table,
  rows: readonly Partial<InferInsertModel<Table>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const { name, columns } = shapeOf(of);
  const given = columns.filter(({ field }) => field in first);
  if (onPostgres) {
    const match = given.map((column) => `${quoted(name)}.${quoted(column.name)} = given.${quoted(column.name)}`);
    await runPlanned(
      tx,
      `delete from ${quoted(name)} using ${recordsOf(name)} where ${match.join(" and ")}`,
      asRecords(rows, given),
    );
    return;
  }
  const match = given.map((column) => `${quoted(column.name)} = ?`).join(" and ");
  await runForEach(tx, `delete from ${quoted(name)} where ${match}`, asPlaces(rows, given));
}

function differs(
  field: string,
  rows: readonly Record<string, unknown>[],
  before: readonly Record<string, unknown>[],
): boolean {
  return before.length !== rows.length || rows.some((row, at) => row[field] !== before[at]?.[field]);
}

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

/**
 * Keeps others from changing these rows until the transaction ends; in order of id, so that two transactions never wait for
 * each other. SQLite has one writer anyway.
 */
export async function lockRows(tx: Db, of: SQLiteTable, ids: readonly number[]): Promise<void> {
  if (!onPostgres || ids.length === 0) return;
  const { name, key } = shapeOf(of);
  const column = quoted(key.name);
  const lock = `select 1 from ${quoted(name)} where ${column} = any($1::bigint[]) order by ${column} for update`;
  await runPlanned(tx, lock, ids);
}

/** `count` new ids, each larger than every id before it. */
export async function newIds(tx: Db, count: number): Promise<number[]> {
  if (onPostgres) {
    const taken = await runKept(tx, "select nextval('id_sequence') as id from generate_series(1, $1)", count);
    return taken.map(({ id }) => Number(id)).toSorted((a, b) => a - b);
  }
  const last = await advance(tx, "ids", count);
  return Array.from({ length: count }, (_, at) => last - count + 1 + at);
}

/** Moves a counter on and answers where it stands. Until the transaction ends nobody else can move it. */
export async function advance(tx: Db, name: "ids" | "registry", by: number): Promise<number> {
  const [row] = await movedCounter(tx).execute({ name, by });
  return row?.value ?? 0;
}

const movedCounter = preparedOnce((on) =>
  on
    .insert(counter)
    .values({ name: sql.placeholder("name"), value: sql.placeholder("by") })
    .onConflictDoUpdate({ target: counter.name, set: { value: sql`${counter.value} + ${sql.placeholder("by")}` } })
    .returning({ value: counter.value }),
);

/** `encode` is there where the driver cannot take the value as it is. */
type ShapeColumn = { field: string; name: string; encode: ((value: unknown) => unknown) | undefined };
type Shape = { name: string; columns: ShapeColumn[]; key: ShapeColumn };
const shapes = new WeakMap<SQLiteTable, Shape>();

function shapeOf(of: SQLiteTable): Shape {
  const known = shapes.get(of);
  if (known !== undefined) return known;
  const entries = Object.entries(getTableColumns(of)).map(([field, column]) => {
    const plain = onPostgres || column.dataType === "string" || column.dataType === "number";
    const encode = plain ? undefined : (value: unknown) => column.mapToDriverValue(value);
    return { field, name: toSnakeCase(field), encode, primary: column.primary };
  });
  const [first] = entries;
  const key = entries.find(({ primary }) => primary) ?? first;
  if (key === undefined) throw new Error(`the table ${getTableName(of)} has no columns`);
  const shape = { name: getTableName(of), columns: entries, key };
  shapes.set(of, shape);
  return shape;
}

function encoded(row: Record<string, unknown>, { field, encode }: ShapeColumn): unknown {
  const value = row[field] ?? null;
  return value === null || encode === undefined ? value : encode(value);
}

function asPlaces(rows: readonly Record<string, unknown>[], columns: readonly ShapeColumn[]): unknown[][] {
  return rows.map((row) => columns.map((column) => encoded(row, column)));
}

function asRecords(rows: readonly Record<string, unknown>[], columns: readonly ShapeColumn[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, encoded(row, column)]))),
  );
}

/** The table `given` of the records in the first parameter. */
function recordsOf(table: string): string {
  return `json_populate_recordset(null::${quoted(table)}, $1::json) given`;
}

// So many rows take some milliseconds.
const betweenBreaths = 250;

async function runForEach(tx: Db, statement: string, rows: unknown[][]): Promise<void> {
  const client = Reflect.get(tx, "$client") as {
    prepare: (text: string) => { run: (...values: unknown[]) => unknown };
  };
  const prepared = client.prepare(statement);
  for (const [at, row] of rows.entries()) {
    prepared.run(...row);
    if ((at + 1) % betweenBreaths === 0) await breath();
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}
