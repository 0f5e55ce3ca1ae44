import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { rowsOf } from "#db/ask.ts";
import { transaction } from "#db/transaction.ts";
import { onPostgres } from "#lib/env.ts";

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });
const folder = `db/migrations/${onPostgres ? "postgres" : "sqlite"}`;

// Programs of one day knew it by another name: their databases are none of a newer Dibs.
const renamed = { from: "0005_registration-over", to: "0005_registration_over" };

/** The migrations this program knows, oldest first. */
function knownMigrations(): string[] {
  const journal: unknown = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8"));
  return Journal.parse(journal).entries.map(({ tag }) => tag);
}

/**
 * Brings the database up to this program, forward only, one program at a time.
 * Throws when the database is newer: an older program must not write into it.
 */
export async function migrate(): Promise<void> {
  await transaction(async (tx) => {
    // SQLite's write transaction is the lock; PostgreSQL needs one by name.
    if (onPostgres) await rowsOf(tx, sql`select pg_advisory_xact_lock(4714201)`);
    await runStatement(tx, "create table if not exists schema_version (tag text primary key)");

    await rowsOf(tx, sql`update schema_version set tag = ${renamed.to} where tag = ${renamed.from} returning tag`);
    const known = knownMigrations();
    const applied = new Set(await appliedMigrations(tx));
    const newer = [...applied].filter((tag) => !known.includes(tag));
    if (newer.length > 0) {
      throw new Error(
        `This database was written by a newer Dibs (it has ${newer.join(", ")}). Start that version, or restore a backup made by this one.`,
      );
    }
    for (const tag of known.filter((each) => !applied.has(each))) await apply(tx, tag);
    if (onPostgres) await rowsOf(tx, sql.raw(portalsAreMany));
  });
}

// While PostgreSQL has counted one portal alone, a plan that is kept for all of them takes no index by portal: it would walk
// through everything of the first one to find the little of the second.
const portalsAreMany = `do $$
  declare named record;
  begin
    for named in
      select attrelid::regclass as of_table from pg_attribute
        join pg_class on pg_class.oid = attrelid and relkind = 'r' and relnamespace = current_schema()::regnamespace
        where attname = 'portal_id' and attoptions is null
    loop
      execute format('alter table %s alter column portal_id set (n_distinct = 100)', named.of_table);
    end loop;
  end $$`;

/** True when the database has exactly the migrations of this program. */
export async function schemaIsCurrent(db: Db): Promise<boolean> {
  const applied = await appliedMigrations(db);
  return applied.toSorted().join() === knownMigrations().toSorted().join();
}

async function appliedMigrations(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ tag: string }>(db, sql`select tag from schema_version`);
  return rows.map(({ tag }) => tag);
}

async function apply(tx: Db, tag: string): Promise<void> {
  const statements = readFileSync(`${folder}/${tag}.sql`, "utf8").split("--> statement-breakpoint");
  for (const statement of statements) await runStatement(tx, statement);
  await rowsOf(tx, sql`insert into schema_version (tag) values (${tag}) returning tag`);
}

async function runStatement(tx: Db, statement: string): Promise<void> {
  if (onPostgres) await rowsOf(tx, sql.raw(statement));
  else await tx.run(sql.raw(statement));
}
