import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { onPostgres } from "#lib/env.ts";

// Locks by name, held until the transaction ends. SQLite has one writer anyway.

/** Many may hold it at once; whoever wants it alone waits for all of them. */
export async function lockTogether(tx: Db, name: string): Promise<void> {
  if (onPostgres) await rowsOf(tx, sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`);
}

/** Waits until nobody holds it, and keeps it from everybody. */
export async function lockAlone(tx: Db, name: string): Promise<void> {
  if (onPostgres) await rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
