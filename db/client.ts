import { hash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import pg from "pg";
import { env, onPostgres } from "#lib/env.ts";
import { oneInProgram } from "#lib/one.ts";

/** Both stores wear SQLite's type (db/columns.ts). Inside a transaction it is called `tx`. */
export type Db = BaseSQLiteDatabase<"async", unknown>;

type Store = { reader: Db; sqlite?: { writer: Database.Database; reader: Database.Database }; pool?: pg.Pool };

// Preparing a statement costs more than running it: so many of them are kept.
const keptStatements = 500;

const held = oneInProgram<{ store?: Store | undefined }>("store", () => ({}));

/** Opens on first use: `next build` loads every route, and must not touch a database. */
export function store(): Store {
  return (held.store ??= onPostgres ? openPostgres() : openSqlite());
}

/** What everyone reads with. On SQLite a connection of its own, so that nobody sees an open transaction. */
export const db: Db = new Proxy({} as Db, { get: (_, name) => Reflect.get(store().reader, name) });

/**
 * A query that is prepared once for each connection: building it anew costs more than running it. Reads with everybody's
 * reader, unless it is handed a transaction.
 */
export function preparedOnce<Prepared extends object>(build: (on: Db) => Built<Prepared>): (on?: Db) => Prepared {
  const ready = new WeakMap<Db, Prepared>();
  let name: string | undefined;
  return (on = store().reader) => {
    const known = ready.get(on);
    if (known !== undefined) return known;
    const built = build(on);
    name ??= onPostgres ? statementName(built.toSQL().sql) : undefined;
    const prepared = Reflect.apply(built.prepare, built, [name]) as Prepared;
    ready.set(on, prepared);
    return prepared;
  };
}

/** A query of drizzle's. On PostgreSQL `prepare` takes the name by which each connection keeps its plan. */
type Built<Prepared> = { prepare: () => Prepared; toSQL: () => { sql: string } };

const statementNames = new Map<string, string>();

/** Undefined when so many statements have names that the server should keep no more of them. */
export function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known !== undefined || statementNames.size >= keptStatements) return known;
  // Of the text itself: programs that share connections through a pooler name the same statements alike.
  const name = hash("sha256", text, "base64url");
  statementNames.set(text, name);
  return name;
}

export async function closeStore(): Promise<void> {
  const { sqlite, pool } = held.store ?? {};
  held.store = undefined;
  sqlite?.reader.close();
  sqlite?.writer.pragma("wal_checkpoint(TRUNCATE)");
  sqlite?.writer.close();
  await pool?.end();
}

/** drizzle over a SQLite connection, for the writer as for the reader. */
export function overSqlite(connection: Database.Database): Db {
  return drizzleSqlite(connection, { casing: "snake_case" }) as unknown as Db;
}

/** The same over PostgreSQL: all its connections, or one of them. */
export function overPostgres(connections: pg.Pool | pg.PoolClient): Db {
  return drizzlePostgres(connections, { casing: "snake_case" }) as unknown as Db;
}

function openPostgres(): Store {
  // Statements that do not wait for each other travel together (db/together.ts).
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 10, pipeline: true });
  // An idle connection that the server drops must not end the program; the next query opens another.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { reader: overPostgres(pool), pool };
}

function openSqlite(): Store {
  mkdirSync(dirname(env.DATABASE_URL), { recursive: true });
  const writer = connect();
  const reader = connect();
  reader.pragma("query_only = on");
  return { reader: overSqlite(reader), sqlite: { writer, reader } };
}

function connect(): Database.Database {
  const connection = new Database(env.DATABASE_URL);
  // Of a new file: many rows at once take a tenth less than with pages of 4 KB, a search a quarter. Larger ones gain little
  // more, and a single save writes whole pages.
  connection.pragma("page_size = 8192");
  connection.pragma("journal_mode = WAL");
  // better-sqlite3's default (NORMAL) loses acknowledged writes in a power cut; FULL does not.
  connection.pragma("synchronous = FULL");
  connection.pragma("busy_timeout = 5000");
  connection.pragma("foreign_keys = ON");
  connection.pragma("secure_delete = ON");
  connection.pragma("trusted_schema = OFF");
  // Only where the thread of db/checkpoints.ts does not keep up, or is not there; a cache that leaves memory flat.
  connection.pragma("wal_autocheckpoint = 8000");
  connection.pragma("cache_size = -32768");
  keepStatements(connection);
  return connection;
}

/** Preparing costs more than running: the newest statements are kept, by their text. */
function keepStatements(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, ReturnType<typeof prepare>>();
  connection.prepare = ((text: string) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = prepare(text);
    kept.set(text, made);
    const [oldest] = kept.keys();
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
    return made;
  }) as typeof connection.prepare;
}
