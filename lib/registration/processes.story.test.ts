import { type ChildProcess, spawn } from "node:child_process";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { request } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { dayIn } from "#lib/day.ts";
import { onPostgres } from "#lib/env.ts";
import { aPortal, sync } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { startPursuit } from "#lib/registration/commands/pursue.ts";
import { type Call, inversionsIn } from "#lib/registration/history-checker.ts";
import { brokenByTheLog, brokenNow } from "#lib/registration/invariants.ts";
import { verifyLog } from "#lib/sales/queries/verify-log.ts";

// The vendor sells one program for a laptop and for a data centre: one file has fewer processes on it than a server.
const { workers, portals, domains } = onPostgres
  ? { workers: 4, portals: 4, domains: 40 }
  : { workers: 1, portals: 2, domains: 20 };
const keys = Array.from({ length: domains }, (_, at) => `raced-${at}.com`);

/** A portal with a contact at each domain; every seventh lacks its company, so that its turn goes to the next. */
async function anAsker(nth: number): Promise<Actor> {
  const actor = await aPortal(`Asker ${nth}`);
  await transaction(async (tx) => {
    const ids = await newIds(tx, keys.length);
    const contacts = keys.map((key, at) => {
      const company = (at + nth) % 7 === 0 ? "" : "C";
      const values = { firstname: "A", lastname: "B", email: `a@${key}`, company, website: `https://www.${key}` };
      return { before: null, after: newContact({ id: ids[at] ?? 0, portalId: actor.portalId, createdAt: 0, values }) };
    });
    await storeContacts(tx, { source: "demo", who: "Race", at: 0 }, contacts);
  });
  return actor;
}

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** Runs until it ends by itself, or after `stop`; answers with all that it printed. */
function begin(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [`lib/registration/${program}.child.ts`, ...args]);
  started.push(child);
  const said = { out: "", errors: "" };
  child.stdout.on("data", (piece: Buffer) => (said.out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (said.errors += piece.toString()));
  const ended = new Promise<{ code: number | null; out: string; errors: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, ...said }));
  });
  return { ended, stop: () => void child.stdin.end() };
}

function callsIn(printed: string): Call[] {
  return printed
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .map(([from = "", to = "", receipt]) => ({ from: BigInt(from), to: BigInt(to), receipt: Number(receipt) }));
}

test(
  `${workers} workers and ${portals} web processes at once: one order, that of the receipts, explains all that anybody saw`,
  { timeout: 180_000 },
  async () => {
    const actors = await Promise.all(Array.from({ length: portals }, (_, nth) => anAsker(nth)));
    const vendor = await aPortal("Vendor", "channel-manager");
    const atWork = Array.from({ length: workers }, () => begin("worker"));
    const asking = actors.map(({ portalId }, nth) =>
      begin("asker", String(portalId), nth % 2 === 0 ? "forwards" : "backwards"),
    );
    // The vendor stands in the same queue.
    for (const website of keys.filter((_, at) => at % 10 === 0)) {
      await transaction((tx) => startPursuit(tx, vendor, { website, account: "A", reason: "R" }));
    }
    const asked = await Promise.all(asking.map(({ ended }) => ended));
    expect(asked.map(({ code, errors }) => ({ code, errors }))).toEqual(asked.map(() => ({ code: 0, errors: "" })));
    for (const { stop } of atWork) stop();
    const worked = await Promise.all(atWork.map(({ ended }) => ended));
    expect(worked.map(({ code, errors }) => ({ code, errors }))).toEqual(worked.map(() => ({ code: 0, errors: "" })));
    // What was asked after the last look of a worker.
    await sync();

    const calls = asked.flatMap(({ out }) => callsIn(out));
    expect(calls).toHaveLength(portals * keys.length);
    expect(new Set(calls.map(({ receipt }) => receipt)).size).toBe(calls.length);
    expect(inversionsIn(calls)).toEqual([]);

    const kept = await db.select().from(request).where(eq(request.state, "done"));
    const done = new Set(kept.map(({ receipt }) => receipt));
    expect(calls.filter(({ receipt }) => !done.has(receipt))).toEqual([]);
    expect(await brokenByTheLog()).toEqual([]);
    expect(await brokenNow(dayIn("UTC", Date.now()), { settled: true })).toEqual([]);
    expect(await verifyLog()).toMatchObject({ ok: true, unchained: 0 });
  },
);
