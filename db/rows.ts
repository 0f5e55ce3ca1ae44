import { getTableColumns, getTableName, type InferInsertModel, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, preparedOnce } from "#db/client.ts";
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
  const { rows } = answer as { rows: Row[] };
  if (wholeNumbers.length === 0) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(wholeNumbers.map((name) => [name, asNumber(row[name])])),
  }));
}

const asNumber = (value: unknown) => (value === null ? null : Number(value));

export async function insertRows<Table extends SQLiteTable>(
  tx: Db,
  into: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns } = shapeOf(into);
  const names = columns.map((column) => quoted(column.name)).join(", ");
  if (onPostgres) {
    const given = sql`json_populate_recordset(null::${sql.raw(quoted(name))}, ${asRecords(rows, columns)}::json)`;
    await rowsOf(tx, sql`insert into ${sql.raw(`${quoted(name)} (${names})`)} select ${sql.raw(names)} from ${given}`);
    return;
  }
  const places = columns.map(() => "?").join(", ");
  runForEach(tx, `insert into ${quoted(name)} (${names}) values (${places})`, asPlaces(rows, columns));
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
    const given = sql`json_populate_recordset(null::${sql.raw(quoted(name))}, ${asRecords(rows, [...written, key])}::json) given`;
    const match = sql.raw(`${where} = given.${quoted(key.name)}`);
    await rowsOf(tx, sql`update ${sql.raw(`${quoted(name)} set ${set}`)} from ${given} where ${match}`);
    return;
  }
  const set = written.map((column) => `${quoted(column.name)} = ?`).join(", ");
  runForEach(tx, `update ${quoted(name)} set ${set} where ${where} = ?`, asPlaces(rows, [...written, key]));
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
    const records = sql`json_populate_recordset(null::${sql.raw(quoted(name))}, ${asRecords(rows, given)}::json) given`;
    await rowsOf(tx, sql`delete from ${sql.raw(quoted(name))} using ${records} where ${sql.raw(match.join(" and "))}`);
    return;
  }
  const match = given.map((column) => `${quoted(column.name)} = ?`).join(" and ");
  runForEach(tx, `delete from ${quoted(name)} where ${match}`, asPlaces(rows, given));
}

function differs(
  field: string,
  rows: readonly Record<string, unknown>[],
  before: readonly Record<string, unknown>[],
): boolean {
  return before.length !== rows.length || rows.some((row, at) => row[field] !== before[at]?.[field]);
}

/** Texts as the rows of a table `given` with one column `value`: in one parameter, however many they are. */
export function givenTexts(texts: readonly string[]): SQL {
  const given = JSON.stringify(texts);
  return onPostgres ? sql`json_array_elements_text(${given}::json) as given(value)` : sql`json_each(${given}) as given`;
}

/**
 * Keeps others from changing these rows until the transaction ends; in order of id, so that two transactions never wait for
 * each other. SQLite has one writer anyway.
 */
export async function lockRows(tx: Db, of: SQLiteTable, ids: readonly number[]): Promise<void> {
  if (!onPostgres || ids.length === 0) return;
  const { name, key } = shapeOf(of);
  const column = quoted(key.name);
  await rowsOf(
    tx,
    sql.raw(
      `select 1 from ${quoted(name)} where ${column} = any('{${ids.map(Number).join(",")}}'::bigint[]) order by ${column} for update`,
    ),
  );
}

/** `count` new ids, each larger than every id before it. */
export async function newIds(tx: Db, count: number): Promise<number[]> {
  if (onPostgres) {
    const taken = await rowsOf<{ id: string }>(
      tx,
      sql`select nextval('id_sequence') as id from generate_series(1, ${count})`,
    );
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
    .returning({ value: counter.value })
    .prepare(),
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

function runForEach(tx: Db, statement: string, rows: unknown[][]): void {
  const client = Reflect.get(tx, "$client") as {
    prepare: (text: string) => { run: (...values: unknown[]) => unknown };
  };
  const prepared = client.prepare(statement);
  for (const row of rows) prepared.run(...row);
}

function quoted(name: string): string {
  return `"${name}"`;
}
