// node bin/bench/past.ts <contacts> <full portal>: gives the bench's database a long record, tells it again through the program's own doors,
// and prints one line of JSON (history.ts reads it).
import { db, closeStore } from "#db/client.ts";
import { advance } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { event } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { now } from "#lib/clock.ts";
import { dayIn, yearsAfter } from "#lib/day.ts";
import { dryRun } from "#lib/registration/commands/batch.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { listAsOf, momentMeant } from "#lib/registration/queries/as-of.ts";
import { simulatePolicy } from "#lib/registration/queries/simulation.ts";
import { msOf } from "./measure.ts";

const [contacts, fullPortal] = [Number(process.argv[2]), Number(process.argv[3])];
const requests = 100_000;
const rounds = 3;

// Portals that no other part of the bench knows; the larger one is what is asked of the simulation too.
const sizes = [10_000, ...(contacts >= requests ? [requests] : []), ...(contacts >= 1_000_000 ? [1_000_000] : [])];
for (const [place, size] of sizes.entries()) await record(portalOf(place), size);
await record(portalOf(sizes.length), Math.max(0, requests - (sizes[1] ?? 0)));

const policy = { ...(await policyInForce(db)), termYears: 2 };
let told = 0;
const simulation = await timesOf(async () => {
  ({ requests: told } = await simulatePolicy(policy));
});
const { upTo } = (await momentMeant(String(Number.MAX_SAFE_INTEGER).slice(0, 15))) ?? { upTo: 0 };
const lists: { size: number; times: number[] }[] = [];
for (const [place, size] of sizes.entries()) {
  lists.push({ size, times: await timesOf(() => listAsOf(actorOf(portalOf(place)), "registered", upTo)) });
}
const everyone = { upTo: Number.MAX_SAFE_INTEGER, outcomes: ["ready" as const] };
let looked = 0;
const dryRuns = await timesOf(async () => {
  looked = (await dryRun(actorOf(fullPortal), everyone)).total;
});
const preflight = { contacts: looked, times: dryRuns };
process.stdout.write(`${JSON.stringify({ requests: told, simulation, preflight, lists })}\n`);
await closeStore();

function portalOf(place: number): number {
  return 9_001 + place;
}

function actorOf(portalId: number) {
  const nobody = { personId: "bench", name: "Bench", email: "bench@bench.example", portalName: "Bench" };
  return { ...nobody, portalId, role: "partner" as const, timeZone: "UTC" };
}

/** A request and its answer for each of so many contacts; of ten the last stands at a domain of the one before. */
async function record(portalId: number, many: number): Promise<void> {
  const [at, firstId] = [now(), portalId * 10_000_000];
  const on = dayIn("UTC", at);
  const line = { at, who: "Bench", portalId, before: null, link: "" };
  for (let begun = 0; begun < many; begun += 5_000) {
    await transaction(async (tx) => {
      const some = Math.min(5_000, many - begun);
      const first = (await advance(tx, "registry", 2 * some)) - 2 * some + 1;
      const rows = Array.from({ length: some }, (_, one) => {
        const [number, place] = [first + 2 * one, begun + one];
        const key = `past-${portalId}-${place % 10 === 9 ? place - 1 : place}.com`;
        const asked = { ...line, contactId: firstId + place, key };
        const outcome = place % 10 === 9 ? "re-registered" : "registered";
        const after = { receipt: number, outcome, on, policy: 1, expires: yearsAfter(on, 1) };
        return [
          { ...asked, number, kind: "requested", after: { kind: "manual" } },
          { ...asked, number: number + 1, kind: "decided", after },
        ];
      });
      await insertRows(tx, event, rows.flat());
    });
  }
}

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await msOf(work));
  return times;
}
