import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";
import { onPostgres } from "#lib/env.ts";

// The one file that knows there are two stores. Every table is typed as SQLite's; the builders are chosen at run time,
// so that the same insert, upsert, join and count runs on both (docs/decisions/0001-two-stores-one-schema.md).

export const table: typeof sqlite.sqliteTable = onPostgres ? (pg.pgTable as never) : sqlite.sqliteTable;
export const index: typeof sqlite.index = onPostgres ? (pg.index as never) : sqlite.index;
export const uniqueIndex: typeof sqlite.uniqueIndex = onPostgres ? (pg.uniqueIndex as never) : sqlite.uniqueIndex;
export const primaryKey: typeof sqlite.primaryKey = onPostgres ? (pg.primaryKey as never) : sqlite.primaryKey;

export const text = (() => (onPostgres ? pg.text() : sqlite.text())) as () => sqlite.SQLiteTextBuilderInitial<
  "",
  [string, ...string[]],
  undefined
>;

/** A whole number up to 2^53: ids, counts, instants in milliseconds since 1970. */
export const whole = (() => (onPostgres ? pg.bigint({ mode: "number" }) : sqlite.integer())) as () => ReturnType<
  typeof sqlite.integer
>;

export const flag = (() =>
  onPostgres ? pg.boolean() : sqlite.integer({ mode: "boolean" })) as () => sqlite.SQLiteBooleanBuilderInitial<"">;

/** An instant that a library hands over as a Date; our own are `whole` milliseconds. */
export const date = (() =>
  onPostgres
    ? pg.timestamp({ withTimezone: true, mode: "date" })
    : sqlite.integer({ mode: "timestamp_ms" })) as () => sqlite.SQLiteTimestampBuilderInitial<"">;

/** Plain data, kept as text on both stores: it is read whole, never searched. */
export const json = (() =>
  onPostgres ? pg.json() : sqlite.text({ mode: "json" })) as () => sqlite.SQLiteTextJsonBuilderInitial<"">;

const bytea = pg.customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const bytes = (() =>
  onPostgres ? bytea() : sqlite.blob({ mode: "buffer" })) as () => sqlite.SQLiteBlobBufferBuilderInitial<"">;

const textByBytes = pg.customType<{ data: string }>({ dataType: () => 'text collate "C"' });
/** Text that is sorted by its bytes, so that both stores agree on the order and a page by key never skips. */
export const sortable = (() => (onPostgres ? textByBytes() : sqlite.text())) as typeof text;

/** Ids on PostgreSQL: taken without waiting for other transactions. SQLite counts in the table `counter`. */
export const idSequence = onPostgres ? pg.pgSequence("id_sequence") : undefined;
