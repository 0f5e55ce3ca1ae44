import { getTableColumns, getTableName } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { onPostgres } from "#lib/env.ts";

// How rows of a table are handed to a store.

/** `encode` is there where the driver cannot take the value as it is. */
type ShapeColumn = { field: string; name: string; encode: ((value: unknown) => unknown) | undefined };
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

export function asRecords(rows: readonly Record<string, unknown>[], columns: readonly ShapeColumn[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column) => [column.name, encoded(row, column)]))),
  );
}

/** The table `given` of the records in the first parameter. */
export function recordsOf(table: string): string {
  return `json_populate_recordset(null::${quoted(table)}, $1::json) given`;
}

export function quoted(name: string): string {
  return `"${name}"`;
}
