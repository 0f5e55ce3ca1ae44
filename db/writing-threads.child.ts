// The other of two threads that write: keeps each name it is told, one after the other, in a transaction that takes `ms`.
import { setTimeout as passed } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { setting } from "#db/schema/portals.ts";
import { transaction } from "#db/transaction.ts";
import { joinWriting } from "#db/writing-threads.ts";

if (workerData instanceof SharedArrayBuffer) joinWriting(workerData);
let kept = Promise.resolve();
parentPort?.on("message", ({ name, ms }: { name: string; ms: number }) => {
  kept = kept.then(() =>
    transaction(async (tx) => {
      await tx.insert(setting).values({ name, value: "" });
      parentPort?.postMessage(`${name} has begun`);
      await passed(ms);
    }),
  );
});
