import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { givenTexts, rowsOf } from "#db/ask.ts";
import { updateRows } from "#db/rows.ts";
import { registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { enqueue } from "#lib/jobs/commands.ts";
import { openLedger } from "#lib/sales/commands/ledger.ts";
import { lookOf } from "#lib/sales/look.ts";

/** Notes those of these looks that several domains have now. The caller has the ledger open, so that two cannot miss each other. */
export async function noteSharedLooks(tx: Db, looks: readonly string[]): Promise<void> {
  if (looks.length === 0) return;
  await rowsOf(
    tx,
    // The first and the last by the index: PostgreSQL would count by reading the whole table while it has no statistics.
    sql`insert into shared_look (look)
      select value from ${givenTexts(looks)}
      where (select min(key) < max(key) from registration where look = given.value and state = 'active')
      on conflict do nothing returning look`,
  );
}

/** Once at the start of the program: whoever does the jobs looks at the registrations from before there were looks. */
export async function beginLooks(tx: Db): Promise<void> {
  await enqueue(tx, "fill-looks", {}, { key: "fill-looks" });
}

const atOnce = 500;

/** Gives registrations from before their look, some in each transaction, so that others come in between. */
export async function fillLooks(): Promise<void> {
  for (let from: string | null = ""; from !== null;) {
    const key: string = from;
    from = await transaction((tx) => fillSome(tx, key));
  }
}

/** From a key on, so that PostgreSQL need not walk past what was done before. Answers where the next ones begin. */
async function fillSome(tx: Db, from: string): Promise<string | null> {
  await openLedger(tx);
  const rows = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.look, ""), gte(registration.key, from)))
    .orderBy(asc(registration.key))
    .limit(atOnce);
  const looked = rows.map((row) => ({ ...row, look: lookOf(row.key) }));
  await updateRows(tx, registration, looked, rows);
  await noteSharedLooks(
    tx,
    looked.map(({ look }) => look),
  );
  return rows.length < atOnce ? null : (rows.at(-1)?.key ?? null);
}
