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
 * named, since PostgreSQL's driver hands them over as text.
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
  return rows.map((row) => ({ ...row, ...Object.fromEntries(wholeNumbers.map((name) => [name, Number(row[name])])) }));
}

export async function insertRows<Table extends SQLiteTable>(
  tx: Db,
  into: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns, encode } = shapeOf(into);
  if (onPostgres) {
    const names = sql.raw(columns.map(quoted).join(", "));
    await rowsOf(
      tx,
      sql`insert into ${sql.raw(quoted(name))} (${names}) select ${names} from json_populate_recordset(null::${sql.raw(quoted(name))}, ${asRecords(rows, encode)}::json)`,
    );
    return;
  }
  const places = columns.map(() => "?").join(", ");
  const statement = `insert into ${quoted(name)} (${columns.map(quoted).join(", ")}) values (${places})`;
  runForEach(
    tx,
    statement,
    rows.map((row) => columns.map((column) => encode(row, column))),
  );
}

/** Writes every column of the rows, found by their primary key `id` or the column named. */
export async function updateRows<Table extends SQLiteTable>(
  tx: Db,
  into: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns, key, encode } = shapeOf(into);
  const others = columns.filter((column) => column !== key);
  if (onPostgres) {
    const set = others.map((column) => `${quoted(column)} = given.${quoted(column)}`).join(", ");
    await rowsOf(
      tx,
      sql`update ${sql.raw(quoted(name))} set ${sql.raw(set)} from json_populate_recordset(null::${sql.raw(quoted(name))}, ${asRecords(rows, encode)}::json) given where ${sql.raw(`${quoted(name)}.${quoted(key)} = given.${quoted(key)}`)}`,
    );
    return;
  }
  const set = others.map((column) => `${quoted(column)} = ?`).join(", ");
  runForEach(
    tx,
    `update ${quoted(name)} set ${set} where ${quoted(key)} = ?`,
    rows.map((row) => [...others, key].map((column) => encode(row, column))),
  );
}

/**
 * Keeps others from changing these rows until the transaction ends; in order of id, so that two transactions never wait for
 * each other. SQLite has one writer anyway.
 */
export async function lockRows(tx: Db, of: SQLiteTable, ids: readonly number[]): Promise<void> {
  if (!onPostgres || ids.length === 0) return;
  const { name, key } = shapeOf(of);
  await rowsOf(
    tx,
    sql.raw(
      `select 1 from ${quoted(name)} where ${quoted(key)} = any('{${ids.map(Number).join(",")}}'::bigint[]) order by ${quoted(key)} for update`,
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

type Shape = {
  name: string;
  columns: string[];
  key: string;
  encode: (row: Record<string, unknown>, column: string) => unknown;
};
const shapes = new WeakMap<SQLiteTable, Shape>();

function shapeOf(of: SQLiteTable): Shape {
  const known = shapes.get(of);
  if (known !== undefined) return known;
  const entries = Object.entries(getTableColumns(of)).map(([field, column]) => ({
    field,
    column,
    name: toSnakeCase(field),
  }));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const shape: Shape = {
    name: getTableName(of),
    columns: entries.map(({ name }) => name),
    key: entries.find(({ column }) => column.primary)?.name ?? "id",
    encode(row, name) {
      const entry = byName.get(name);
      const value = entry === undefined ? undefined : row[entry.field];
      if (value === undefined || value === null) return null;
      return onPostgres ? value : entry?.column.mapToDriverValue(value);
    },
  };
  shapes.set(of, shape);
  return shape;
}

function asRecords(rows: readonly Record<string, unknown>[], encode: Shape["encode"]): string {
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.keys(row).map((field) => [toSnakeCase(field), encode(row, toSnakeCase(field))])),
    ),
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
