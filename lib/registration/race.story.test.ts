import { spawn } from "node:child_process";
import { and, eq, inArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import { event, registration } from "#db/schema/sales.ts";
import { newIds } from "#db/ids.ts";
import { transaction } from "#db/transaction.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { aPortal, sizes } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { settle } from "#lib/registration/commands/settle.ts";

/** A portal with a complete contact at each of these domains, each spelled its own way. */
async function aRacer(keys: readonly string[], spelling: (key: string) => string): Promise<Actor> {
  const actor = await aPortal("Racer");
  await transaction(async (tx) => {
    const ids = await newIds(tx, keys.length);
    const contacts = keys.map((key, at) => ({
      before: null,
      after: newContact({
        id: ids[at] ?? 0,
        portalId: actor.portalId,
        createdAt: 0,
        values: { firstname: "A", lastname: "B", email: `a@${key}`, company: "C", website: spelling(key) },
      }),
    }));
    await storeContacts(tx, { source: "demo", who: "Race", at: 0 }, contacts);
  });
  return actor;
}

type Run = { acknowledged: number[]; code: number | null; errors: string };

function run(actor: Actor, order: "forwards" | "backwards", killAfterMs?: number): Promise<Run> {
  const child = spawn(process.execPath, ["lib/registration/racer.child.ts", String(actor.portalId), order]);
  let [printed, errors] = ["", ""];
  child.stdout.on("data", (piece: Buffer) => {
    if (printed === "" && killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    printed += piece.toString();
  });
  child.stderr.on("data", (piece: Buffer) => (errors += piece.toString()));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      // A last line without its end was not acknowledged in full.
      const acknowledged = printed
        .slice(0, printed.lastIndexOf("\n") + 1)
        .split("\n")
        .filter(Boolean)
        .map(Number);
      resolve({ acknowledged, code, errors });
    });
  });
}

const spellings: ((key: string) => string)[] = [
  (key) => key,
  (key) => `https://www.${key}/`,
  (key) => key.toUpperCase(),
  (key) => `shop.${key}:8080`,
  (key) => `//${key}./x?y#z`,
  (key) => `HTTP://${key}`,
];

test(
  "16 programs race for 200 domains: one winner each, and it is the one that asked first",
  { timeout: 120_000 },
  async () => {
    const keys = Array.from({ length: 200 }, (_, at) => `race-${at}.com`);
    const racers = await Promise.all(
      Array.from({ length: 16 }, (_, at) => aRacer(keys, (key) => spellings[at % spellings.length]?.(key) ?? key)),
    );
    const runs = await Promise.all(racers.map((racer, at) => run(racer, at % 2 === 0 ? "forwards" : "backwards")));
    expect(runs.map(({ code, errors }) => ({ code, errors }))).toEqual(runs.map(() => ({ code: 0, errors: "" })));

    const holders = await db
      .select({ key: registration.key, portalId: registration.portalId })
      .from(registration)
      .where(and(inArray(registration.key, keys), eq(registration.state, "active")));
    expect(holders).toHaveLength(200);

    const asked = await db.select().from(request).where(inArray(request.key, keys)).orderBy(request.receipt);
    expect(asked).toHaveLength(16 * 200);
    expect(asked.every(({ state }) => state === "done")).toBe(true);
    for (const [key, ofKey] of Map.groupBy(asked, (row) => row.key)) {
      const [first] = ofKey;
      expect({ key, portalId: first?.portalId }).toEqual(holders.find((holder) => holder.key === key));
      expect(ofKey.map(({ outcome }) => outcome)).toEqual([
        "registered",
        ...Array.from({ length: 15 }, () => "registered_by_another_partner"),
      ]);
    }
    const winners = racers.map((racer) => holders.filter(({ portalId }) => portalId === racer.portalId).length);
    expect((await Promise.all(racers.map(sizes))).map(({ registered }) => registered)).toEqual(winners);
  },
);

test(
  "killed in the middle of 2,000 requests: nothing acknowledged is lost, nothing is decided twice",
  { timeout: 120_000 },
  async () => {
    const keys = Array.from({ length: 2_000 }, (_, at) => `killed-${at}.com`);
    const racer = await aRacer(keys, (key) => key);
    const acknowledged: number[] = [];
    for (const killAfterMs of [150, 350, 600]) {
      const ended = await run(racer, "forwards", killAfterMs);
      acknowledged.push(...ended.acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    await settle({});

    const kept = await db.select().from(request).where(eq(request.portalId, racer.portalId));
    const receipts = new Set(kept.map(({ receipt }) => receipt));
    expect(acknowledged.filter((receipt) => !receipts.has(receipt))).toEqual([]);
    expect(kept.every(({ state, outcome }) => state === "done" && outcome !== null)).toBe(true);

    const decided = await db
      .select({ contactId: event.contactId, times: sql<number>`count(*)`.mapWith(Number) })
      .from(event)
      .where(and(eq(event.portalId, racer.portalId), eq(event.kind, "decided")))
      .groupBy(event.contactId);
    const requested = Map.groupBy(kept, ({ contactId }) => contactId);
    expect(decided.filter(({ contactId, times }) => requested.get(contactId)?.length !== times)).toEqual([]);

    const [registered] = await db
      .select({ many: sql<number>`count(*)`.mapWith(Number) })
      .from(contact)
      .where(and(eq(contact.portalId, racer.portalId), eq(contact.status, "REGISTERED")));
    expect((await sizes(racer))["registered"]).toBe(registered?.many);
  },
);
