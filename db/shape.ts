import { getTableColumns, getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { onPostgres } from "#lib/env.ts";

// How rows of a table are handed to a store.

/** `encode` is there where the driver cannot take the value as it is. */
export type ShapeColumn = { field: string; name: string; encode: ((value: unknown) => unknown) | undefined };
type Shape = { name: string; columns: ShapeColumn[]; key: ShapeColumn };
const shapes = new WeakMap<SQLiteTable, Shape>();

export function shapeOf(of: SQLiteTable): Shape {
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

export function encoded(row: Record<string, unknown>, { field, encode }: ShapeColumn): unknown {
  const value = row[field] ?? null;
  return value === null || encode === undefined ? value : encode(value);
}

export function asPlaces(rows: readonly Record<string, unknown>[], columns: readonly ShapeColumn[]): unknown[][] {
  return rows.map((row) => columns.map((column) => encoded(row, column)));
}

// A text of its own has to be prepared, and only some hundreds are kept: few rows are not worth it.
const manyRows = 50;
const written = new Map<unknown, string>([
  [null, "null"],
  ["", "''"],
  [0, "0"],
]);

/**
 * What is inserted, by column: `texts` for the statement, and the columns whose values are handed over. Where many rows have
 * nothing in a column it is written into the text: fifteen such values were a sixth of what storing a contact took.
 */
export function toInsert(
  rows: readonly Record<string, unknown>[],
  columns: readonly ShapeColumn[],
): { texts: string[]; given: ShapeColumn[] } {
  const texts = columns.map((column) => (rows.length < manyRows ? undefined : sameInAll(rows, column)) ?? "?");
  return { texts, given: columns.filter((_, at) => texts[at] === "?") };
}

function sameInAll(rows: readonly Record<string, unknown>[], { field, encode }: ShapeColumn): string | undefined {
  const value = rows[0]?.[field] ?? null;
  const text = encode === undefined || value === null ? written.get(value) : undefined;
  return text !== undefined && rows.every((row) => (row[field] ?? null) === value) ? text : undefined;
}

export function asRecords(rows: readonly Record<string, unknown>[], columns: readonly ShapeColumn[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, encoded(row, column)]))),
  );
}

/** The table `given` of the records in the first parameter. */
export function recordsOf(table: string): string {
  return `json_populate_recordset(null::${quoted(table)}, $1::json) given`;
}

/** The table `given` of the first of them, which PostgreSQL plans as one row. */
export function recordOf(table: string): string {
  return `json_populate_record(null::${quoted(table)}, $1::json->0) given`;
}

export function quoted(name: string): string {
  return `"${name}"`;
}
