import { sql } from "drizzle-orm";
import { runKept } from "#db/ask.ts";
import { type Db, preparedOnce } from "#db/client.ts";
import { counter } from "#db/schema/portals.ts";
import { onPostgres } from "#lib/env.ts";

/** `count` new ids, each larger than every id before it. */
export async function newIds(tx: Db, count: number): Promise<number[]> {
  if (onPostgres) {
    const taken = await runKept(tx, "select nextval('id_sequence') as id from generate_series(1, $1)", count);
    return taken.map(({ id }) => Number(id)).toSorted((a, b) => a - b);
  }
  const last = await advance(tx, "ids", count);
  return Array.from({ length: count }, (_, at) => last - count + 1 + at);
}

/** Moves a counter on and answers where it stands. Until the transaction ends nobody else can move it. */
export async function advance(tx: Db, name: "ids" | "registry", by: number): Promise<number> {
  const [row] = await movedCounter(tx).execute({ name, by });
  return row?.value ?? 0;
}

const movedCounter = preparedOnce((on) =>
  on
    .insert(counter)
    .values({ name: sql.placeholder("name"), value: sql.placeholder("by") })
    .onConflictDoUpdate({ target: counter.name, set: { value: sql`${counter.value} + ${sql.placeholder("by")}` } })
    .returning({ value: counter.value }),
);
