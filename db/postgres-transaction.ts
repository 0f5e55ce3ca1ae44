import type { PoolClient } from "pg";
import { type Db, overPostgres, store } from "#db/client.ts";
import { codeOf } from "#db/fault-code.ts";
import { inTurn } from "#db/turns.ts";

const conflict = new Set(["40001", "40P01"]);

/** A deadlock or a serialization conflict is nobody's fault: the same work is tried again. */
export function onPostgresAlone<Value>(work: (tx: Db) => Promise<Value>): Promise<Value> {
  const { pool } = store();
  if (pool === undefined) throw new Error("not on PostgreSQL");
  return inTurn(async () => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await pool.connect();
      try {
        return await inTransaction(client, work);
      } catch (fault) {
        if (attempt >= 5 || !conflict.has(codeOf(fault))) throw fault;
      } finally {
        client.release();
      }
    }
  });
}

// One for each connection, so that what is prepared once stays prepared.
const known = new WeakMap<PoolClient, Db>();

async function inTransaction<Value>(client: PoolClient, work: (tx: Db) => Promise<Value>): Promise<Value> {
  const tx = known.get(client) ?? overPostgres(client);
  known.set(client, tx);
  try {
    // It travels with the first statement of the work.
    const [begun, done] = await Promise.allSettled([client.query("begin"), work(tx)]);
    if (begun.status === "rejected") throw begun.reason;
    if (done.status === "rejected") throw done.reason;
    const { command } = await client.query("commit");
    if (command !== "COMMIT") throw new Error("A statement failed, and its fault was passed over: nothing was kept.");
    return done.value;
  } catch (fault) {
    // A connection that is lost has rolled back by itself, and the pool lets go of it.
    await client.query("rollback").catch(() => undefined);
    throw fault;
  }
}
