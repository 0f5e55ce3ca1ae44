import type { InferInsertModel } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { runKept, runPlanned } from "#db/ask.ts";
import { breath } from "#db/breath.ts";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import {
  asPlaces,
  asRecords,
  encoded,
  quoted,
  recordOf,
  recordsOf,
  type ShapeColumn,
  shapeOf,
  toInsert,
} from "#db/shape.ts";
import { onPostgres } from "#lib/env.ts";

// Many rows at once: one prepared statement on SQLite, one statement with one parameter on PostgreSQL. Ten times faster than
// rows built one by one.

/** `known`: what becomes of a row whose key is there already: the transaction fails, or the one that is there stays as it is. */
export async function insertRows<Table extends SQLiteTable>(
  tx: Db,
  into: Table,
  rows: readonly InferInsertModel<Table>[],
  known: "fails" | "stays" = "fails",
): Promise<void> {
  if (rows.length === 0) return;
  const { name, columns } = shapeOf(into);
  const names = columns.map((column) => quoted(column.name)).join(", ");
  const otherwise = known === "stays" ? " on conflict do nothing" : "";
  if (onPostgres) {
    const select = `select ${names} from ${recordsOf(name)}`;
    await runKept(tx, `insert into ${quoted(name)} (${names}) ${select}${otherwise}`, asRecords(rows, columns));
    return;
  }
  const { texts, given } = toInsert(rows, columns);
  const statement = `insert into ${quoted(name)} (${names}) values (${texts.join(", ")})${otherwise}`;
  await runForEach(tx, statement, asPlaces(rows, given));
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
  const { texts, given: handed } = toInsert(rows, given);
  const values = rows.map((row, at) => [ids[at], ...handed.map((column) => encoded(row, column))]);
  await runForEach(tx, `${insert} values (${["?", ...texts].join(", ")})`, values);
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
    const found = `${where} = given.${quoted(key.name)}`;
    await runGiven(tx, rows, [...written, key], {
      name,
      text: (given) => `update ${quoted(name)} set ${set} from ${given} where ${found}`,
    });
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
    await runGiven(tx, rows, given, {
      name,
      text: (records) => `delete from ${quoted(name)} using ${records} where ${match.join(" and ")}`,
    });
    return;
  }
  const match = given.map((column) => `${quoted(column.name)} = ?`).join(" and ");
  await runForEach(tx, `delete from ${quoted(name)} where ${match}`, asPlaces(rows, given));
}

type Given = { name: string; text: (given: string) => string };

/** A statement of PostgreSQL's that finds rows by others. One alone is found by its key, so that the plan may be kept. */
async function runGiven(
  tx: Db,
  rows: readonly Record<string, unknown>[],
  columns: readonly ShapeColumn[],
  { name, text }: Given,
): Promise<void> {
  const records = asRecords(rows, columns);
  if (rows.length === 1) await runKept(tx, text(recordOf(name)), records);
  else await runPlanned(tx, text(recordsOf(name)), records);
}

function differs(
  field: string,
  rows: readonly Record<string, unknown>[],
  before: readonly Record<string, unknown>[],
): boolean {
  return before.length !== rows.length || rows.some((row, at) => row[field] !== before[at]?.[field]);
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
