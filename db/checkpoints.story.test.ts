import { setTimeout as passed } from "node:timers/promises";
import { expect, it } from "vitest";
import { startCheckpoints } from "#db/checkpoints.ts";
import { store } from "#db/client.ts";
import { insertRows } from "#db/rows.ts";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { onPostgres } from "#lib/env.ts";

it.skipIf(onPostgres)("a thread copies what was committed into the file, so that the writer need not", async () => {
  const faults: unknown[] = [];
  await write("before");
  expect(inLog()).toMatchObject({ checkpointed: 0 });

  const end = startCheckpoints((fault) => faults.push(fault));
  await expect.poll(isCopied, { timeout: 20_000 }).toBe(true);
  await end();

  // Ended for good: what comes now waits in the log.
  await write("after");
  await passed(200);
  expect(isCopied()).toBe(false);
  expect(faults).toEqual([]);
});

/** Fewer pages than the writer would copy by itself. */
function write(name: string): Promise<void> {
  const large = Array.from({ length: 1000 }, (_, at) => ({ name: `${name} ${at}`, value: "x".repeat(12_000) }));
  return transaction((tx) => insertRows(tx, setting, large));
}

type InLog = { log: number; checkpointed: number };

function inLog(): InLog | undefined {
  const state = store().sqlite?.writer.prepare<[], InLog>("pragma wal_checkpoint(NOOP)");
  return state?.get();
}

function isCopied(): boolean {
  const copied = inLog();
  return copied?.checkpointed === copied?.log;
}
