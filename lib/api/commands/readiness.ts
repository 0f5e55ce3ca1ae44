import { sql } from "drizzle-orm";
import { type Db, db } from "#db/client.ts";
import { schemaIsCurrent } from "#db/migrate.ts";
import { rowsOf } from "#db/ask.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { isDraining } from "#lib/api/commands/draining.ts";
import { now } from "#lib/clock.ts";
import { onPostgres } from "#lib/env.ts";
import { queueAgeMs } from "#lib/jobs/queries.ts";
import { log } from "#lib/log.ts";

export type Readiness = {
  ready: boolean;
  draining: boolean;
  writable: boolean;
  schemaCurrent: boolean;
  /** Writes survive a power cut: WAL and synchronous FULL on the writing connection, synchronous_commit on PostgreSQL. */
  durable: boolean;
  /** How long the oldest due job waits; `null` when that cannot be read. */
  queueAgeMs: number | null;
};

/** Asks the database, and writes into it: a full disk is not ready. Answers, whatever is broken. */
export async function readiness(): Promise<Readiness> {
  const draining = isDraining();
  const [durable, schemaCurrent, queueAge] = await Promise.all([
    settled(transaction(writeAndLook), undefined),
    settled(schemaIsCurrent(db), false),
    settled(queueAgeMs(), null),
  ]);
  const found = {
    draining,
    writable: durable !== undefined,
    schemaCurrent,
    durable: durable ?? false,
    queueAgeMs: queueAge,
  };
  return { ready: !draining && found.writable && schemaCurrent && found.durable && queueAge !== null, ...found };
}

async function writeAndLook(tx: Db): Promise<boolean> {
  const mark = { name: "written-by-readiness", value: String(now()) };
  await tx.insert(setting).values(mark).onConflictDoUpdate({ target: setting.name, set: mark });
  return onPostgres ? commitsAreKept(tx) : writerIsDurable(tx);
}

async function writerIsDurable(tx: Db): Promise<boolean> {
  const [synchronous] = await rowsOf<{ synchronous: number }>(tx, sql`pragma synchronous`);
  const [journal] = await rowsOf<{ journal_mode: string }>(tx, sql`pragma journal_mode`);
  return synchronous?.synchronous === 2 && journal?.journal_mode === "wal";
}

async function commitsAreKept(tx: Db): Promise<boolean> {
  const [row] = await rowsOf<{ synchronous_commit: string }>(tx, sql`show synchronous_commit`);
  return row !== undefined && row.synchronous_commit !== "off";
}

async function settled<Value, Otherwise>(work: Promise<Value>, otherwise: Otherwise): Promise<Value | Otherwise> {
  try {
    return await work;
  } catch (fault) {
    log.error({ kind: fault instanceof Error ? fault.message : typeof fault }, "readiness");
    return otherwise;
  }
}
