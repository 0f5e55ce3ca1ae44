import { onPostgres } from "#lib/env.ts";
import { oneInProgram } from "#lib/one.ts";
import { openPostgres } from "./on-postgres.ts";
import { openSqlite } from "./on-sqlite.ts";
import type { Bare } from "./statements.ts";

/** Opened on first use: the build loads every route. */
export function bare(): Bare {
  return oneInProgram("bare", onPostgres ? openPostgres : openSqlite);
}
