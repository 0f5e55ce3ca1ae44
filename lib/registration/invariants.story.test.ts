import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { recordConversion } from "#lib/contacts/commands/record-conversion.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { dayIn } from "#lib/day.ts";
import { aPortal, sync, theContact } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { releaseRegistrations, revokeRegistration } from "#lib/registration/commands/release.ts";
import {
  requestRegistration,
  requestRegistrations,
  withdrawRequest,
} from "#lib/registration/commands/request-registration.ts";
import { restoreContacts } from "#lib/registration/commands/restore.ts";
import { acceptTransfer, approveTransfer, offerTransfer } from "#lib/registration/commands/transfer.ts";
import { brokenNow, brokenByTheLog } from "#lib/registration/invariants.ts";
import { excludeDomain, readmitDomain } from "#lib/sales/commands/not-pursued.ts";
import { verifyLog } from "#lib/sales/queries/verify-log.ts";

// DIBS_RUNS=5000 walks for an hour instead of some seconds; DIBS_SHRINK=1 looks for the shortest way to what broke.
const runs = Number(process.env["DIBS_RUNS"] ?? 12);
const dayMs = 86_400_000;

type World = { portals: Actor[]; vendor: Actor; contacts: { actor: Actor; id: number }[]; at: number; run: number };
/** One command, with words for the history that is shown when an invariant breaks. */
type Step = { take: (world: World) => Promise<unknown>; [fc.toStringMethod]: () => string };

const domains = 2;
const broken = domains;
const number = fc.nat({ max: 30 });
const place = fc.nat({ max: domains });
const website = (world: World, where: number) =>
  where === broken ? "localhost" : `www.acme-${world.run}-${where}.com`;
const keyAt = (world: World, where: number) => `acme-${world.run}-${where % domains}.com`;
const pick = <Value>(from: readonly Value[], n: number): Value | undefined => from[n % Math.max(1, from.length)];

const weights: [number, fc.Arbitrary<Step>][] = [
  [
    3,
    command("create", number, place, async (world, who, where) => {
      const actor = pick(world.portals, who) ?? world.vendor;
      const email = `${who % 2}-${world.contacts.length}@acme-${world.run}.com`;
      const values = {
        firstname: who % 7 === 0 ? "" : "A",
        lastname: "B",
        company: "C",
        email,
        website: website(world, where),
      };
      const made = await transaction((tx) => createContact(tx, actor, values));
      if (made.ok) world.contacts.push({ actor, id: made.value.id });
    }),
  ],
  [
    6,
    onContact("ask", async (tx, actor, id) => {
      const first = await requestRegistration(tx, actor, id);
      const again = await requestRegistration(tx, actor, id);
      if (JSON.stringify(again) !== JSON.stringify(first)) throw new Error("I6: asking twice is not asking once");
    }),
  ],
  [1, onContact("withdraw", withdrawRequest)],
  [2, onContact("delete", deleteContact)],
  [
    2,
    command("restore all", number, place, async (world, who) => {
      const actor = pick(world.portals, who) ?? world.vendor;
      const ids = world.contacts.filter((each) => each.actor === actor).map(({ id }) => id);
      await transaction((tx) => restoreContacts(tx, actor, ids));
    }),
  ],
  [
    2,
    command("send a form", number, number, async (world, which, submission) => {
      const chosen = pick(world.contacts, which);
      const email = chosen && (await theContact(chosen.id).catch(() => undefined))?.email;
      if (chosen === undefined || !email) return;
      const submissionId = `${world.run} ${submission} ${world.at}`;
      await transaction((tx) =>
        recordConversion(tx, chosen.actor.portalId, { email, form: "F", page: "/", submissionId }),
      );
    }),
  ],
  [
    6,
    command("come by a form", number, place, async (world, who, where) => {
      const actor = pick(world.portals, who) ?? world.vendor;
      const email = `form-${world.contacts.length}@acme-${world.run}.com`;
      const values = { firstname: "A", lastname: "B", company: "C", email, website: website(world, where) };
      const made = await transaction((tx) => createContact(tx, actor, values));
      if (!made.ok) return;
      world.contacts.push({ actor, id: made.value.id });
      const submission = { email, form: "F", page: "/", submissionId: email };
      await transaction((tx) => recordConversion(tx, actor.portalId, submission));
    }),
  ],
  [
    3,
    command("move", number, place, async (world, which, where) => {
      const chosen = pick(world.contacts, which);
      if (chosen === undefined) return;
      const values = { website: website(world, where) };
      await transaction((tx) => saveProperties(tx, chosen.actor, { contactId: chosen.id, values }));
    }),
  ],
  [
    1,
    command("edit the name", number, place, async (world, which, where) => {
      const chosen = pick(world.contacts, which);
      const values = { firstname: where % 2 === 0 ? "" : "A" };
      if (chosen !== undefined)
        await transaction((tx) => saveProperties(tx, chosen.actor, { contactId: chosen.id, values }));
    }),
  ],
  [
    2,
    command("merge", number, number, async (world, one, other) => {
      const survivor = pick(world.contacts, one);
      const own = world.contacts.filter(({ actor }) => actor === survivor?.actor);
      const gone = pick(own, other);
      if (survivor === undefined || gone === undefined) return;
      const { actor, id: survivorId } = survivor;
      // Every other time both of them wait.
      const contactIds = other % 2 === 0 ? [survivorId, gone.id] : [];
      await transaction((tx) => requestRegistrations(tx, actor, { contactIds }));
      await transaction((tx) => mergeContacts(tx, actor, { survivorId, otherId: gone.id }));
    }),
  ],
  [
    1,
    command("pursue", place, number, async (world, where) => {
      const pursuit = { website: keyAt(world, where), account: "A", reason: "R" };
      await transaction((tx) => startPursuit(tx, world.vendor, pursuit));
    }),
  ],
  [
    1,
    command("give up", place, number, async (world, where) => {
      await transaction((tx) => endPursuit(tx, world.vendor, { key: keyAt(world, where), reason: "R" }));
    }),
  ],
  [
    1,
    command("exclude", place, number, async (world, where, readmit) => {
      const [key, reason] = [keyAt(world, where), "R"];
      if (readmit % 2 === 0) await transaction((tx) => readmitDomain(tx, world.vendor, { key, reason }));
      else await transaction((tx) => excludeDomain(tx, world.vendor, { website: key, why: "competitor", reason }));
    }),
  ],
  [
    1,
    command("release", place, number, async (world, where, who) => {
      const actor = pick(world.portals, who) ?? world.vendor;
      await transaction((tx) => releaseRegistrations(tx, actor, { keys: [keyAt(world, where)], reason: "" }));
    }),
  ],
  [
    1,
    command("revoke", place, number, async (world, where) => {
      await transaction((tx) => revokeRegistration(tx, world.vendor, { key: keyAt(world, where), reason: "R" }));
    }),
  ],
  [
    2,
    command("transfer", place, number, async (world, where, who) => {
      const taker = pick(world.portals, who) ?? world.vendor;
      for (const actor of world.portals) {
        const offer = { key: keyAt(world, where), toPortal: taker.portalId, reason: "R" };
        const offered = await transaction((tx) => offerTransfer(tx, actor, offer));
        if (!offered.ok) continue;
        await transaction((tx) => acceptTransfer(tx, taker, offered.value.id));
        await transaction((tx) => approveTransfer(tx, world.vendor, offered.value.id));
      }
    }),
  ],
  [
    1,
    command("pause", number, place, async (world, who, where) => {
      const actor = pick(world.portals, who) ?? world.vendor;
      await transaction((tx) => pauseSync(tx, actor, { portalId: actor.portalId, paused: where % 2 === 0 }));
    }),
  ],
  // To the last day of what was registered just now, over it, and some days.
  [
    4,
    command("wait", fc.constantFrom(0, 0, 1, 1, 1, 2, 3), number, async (world, where) => {
      world.at += ([1, 100, 365, 366][where] ?? 1) * dayMs;
      setClock(world.at);
    }),
  ],
  [8, command("sync", place, number, sync)],
];

function command<One, Other>(
  name: string,
  one: fc.Arbitrary<One>,
  other: fc.Arbitrary<Other>,
  take: (world: World, one: One, other: Other) => Promise<unknown>,
): fc.Arbitrary<Step> {
  return fc.tuple(one, other).map(([first, second]) => ({
    take: (world) => take(world, first, second),
    [fc.toStringMethod]: () => `${name} ${String(first)} ${String(second)}`,
  }));
}

function onContact(name: string, work: (tx: Db, actor: Actor, id: number) => Promise<unknown>): fc.Arbitrary<Step> {
  return command(name, number, fc.constant(0), async (world, which) => {
    const chosen = pick(world.contacts, which);
    if (chosen !== undefined) await transaction((tx) => work(tx, chosen.actor, chosen.id));
  });
}

async function aWorld(run: number): Promise<World> {
  const world = {
    portals: [await aPortal("One"), await aPortal("Two"), await aPortal("Three")],
    vendor: await aPortal("Vendor", "channel-manager"),
    contacts: [],
    at: Date.parse("2014-05-06T12:00:00Z"),
    run,
  };
  setClock(world.at);
  return world;
}

/** Everyone's sync runs again, and what waited is served. */
async function settled({ portals }: World): Promise<void> {
  for (const actor of portals) {
    await transaction((tx) => pauseSync(tx, actor, { portalId: actor.portalId, paused: false }));
  }
  await sync();
}

afterEach(() => setClock(undefined));

let run = 0;

test("whatever happens in whatever order, the invariants I1 to I13 hold", { timeout: 3_600_000 }, async () => {
  const steps = fc.array(fc.oneof(...weights.map(([weight, arbitrary]) => ({ weight, arbitrary }))), {
    minLength: 20,
    maxLength: 60,
    size: "max",
  });
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      run += 1;
      const world = await aWorld(run);
      for (const { take } of some) {
        await take(world);
        await sweepLapsed();
        expect(await brokenNow(dayIn("UTC", world.at), { settled: false })).toEqual([]);
      }
      await settled(world);
      expect(await brokenNow(dayIn("UTC", world.at), { settled: true })).toEqual([]);
      expect(await brokenByTheLog()).toEqual([]);
    }),
    { numRuns: runs, endOnFailure: process.env["DIBS_SHRINK"] !== "1" },
  );
  expect(await verifyLog()).toMatchObject({ ok: true });
});
