import { migrate } from "#db/migrate.ts";
import { closeStore } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { enqueue, prepareJobs } from "#lib/jobs/commands.ts";
import { startWorker, runDueJobs } from "#lib/jobs/jobs.ts";
import { pendingJobs } from "#lib/jobs/queries.ts";
await migrate(); await prepareJobs();
async function time(what: string, n: number, f: () => Promise<unknown>) {
  const t = performance.now(); await f(); const ms = performance.now() - t;
  console.log(what.padEnd(50), Math.round(n / ms * 1000), "/s", Math.round(ms), "ms");
}
const N = 3000;
const drain = async () => { const w = await startWorker({ j: async () => {} }); while (await pendingJobs() > 0) await new Promise(r => setTimeout(r, 5)); await w.stop(1000); };
await time("enqueue, one transaction", N, () => transaction(async (tx) => { for (let i = 0; i < N; i++) await enqueue(tx, "j", { i }); }));
await time("work, free", N, drain);
await time("enqueue, a transaction each, 32 at once", N, async () => { let i = 0; await Promise.all(Array.from({ length: 32 }, async () => { while (i++ < N) await transaction((tx) => enqueue(tx, "j", { i })); })); });
await time("work, free", N, drain);
const M = 1000;
await transaction(async (tx) => { for (let i = 0; i < M; i++) await enqueue(tx, "j", { i }, { queue: "one" }); });
await time("work, one queue", M, drain);
await transaction(async (tx) => { for (let i = 0; i < M; i++) await enqueue(tx, "j", { i }, { queue: "q" + i % 16 }); });
await time("work, 16 queues", M, drain);
await transaction(async (tx) => { for (let i = 0; i < 500; i++) await enqueue(tx, "j", { i }); });
await time("runDueJobs 500", 500, () => runDueJobs({ j: async () => {} }));
await time("runDueJobs, nothing due x20", 20, async () => { for (let i = 0; i < 20; i++) await runDueJobs({ j: async () => {} }); });
// blocked queue of 20000 before free ones
await transaction(async (tx) => { for (let i = 0; i < 20000; i++) await enqueue(tx, "wait", { i }, { queue: "big", runAt: 1000 }); for (let i = 0; i < 300; i++) await enqueue(tx, "j", {}); });
let done = 0; let open = () => {}; const gate = new Promise<void>((r) => { open = r; });
const t = performance.now();
const w = await startWorker({ wait: () => gate, j: async () => { done++; } });
while (done < 300) await new Promise(r => setTimeout(r, 2));
console.log("300 free behind a held queue of 20,000", Math.round(performance.now() - t), "ms");
const s = w.stop(10); await s; open();
await closeStore();
console.log("exit");
