import { and, desc, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { db, type Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { request } from "#db/schema/registration.ts";
import { event, registration } from "#db/schema/sales.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { aPortal, sizes, sync } from "#lib/fixtures.ts";
import { partnerLists } from "#lib/lists/partner-lists.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { changePolicy } from "#lib/registration/commands/change-policy.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { mergeContacts } from "#lib/registration/commands/merge.ts";
import { pauseSync, syncNow } from "#lib/registration/commands/pause.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { releaseRegistrations, revokeRegistration } from "#lib/registration/commands/release.ts";
import { requestRegistration, withdrawRequest } from "#lib/registration/commands/request-registration.ts";
import { restoreContacts } from "#lib/registration/commands/restore.ts";
import { acceptTransfer, approveTransfer, offerTransfer } from "#lib/registration/commands/transfer.ts";
import { undoMerge } from "#lib/registration/commands/undo-merge.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { contactAsOf, domainAsOf, listAsOf } from "#lib/registration/queries/as-of.ts";
import { simulatePolicy } from "#lib/registration/queries/simulation.ts";

const dayMs = 86_400_000;

type Owned = { actor: Actor; id: number };
type World = { portals: [Actor, Actor]; vendor: Actor; contacts: Owned[]; merges: Owned[]; run: number };
type Step = (world: World, tx: Db) => Promise<unknown>;

let run = 0;
// The record knows no way back: every run is younger than the one before it.
let at = Date.parse("2014-05-06T12:00:00Z");

const small = fc.nat({ max: 5 });
const keyOf = ({ run: number }: World, n: number) => `acme-${number}-${n % 2}.com`;
const websiteOf = (world: World, n: number) => (n === 5 ? "localhost" : keyOf(world, n));
const pick = <Value>(from: readonly Value[], n: number): Value | undefined => from[n % Math.max(1, from.length)];
const other = ({ portals: [one, two] }: World, actor: Actor) => (actor === one ? two : one);

/** What can happen to contacts and domains, in any order. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(small, small, small).map(([who, where, lacks]) => arrive(who, where, lacks > 0)),
  },
  { weight: 9, arbitrary: onContact((tx, { actor, id }) => requestRegistration(tx, actor, id)) },
  onContact((tx, { actor, id }) => withdrawRequest(tx, actor, id)),
  onContact((tx, { actor, id }) => deleteContact(tx, actor, id)),
  small.map((who): Step => async (world, tx) => {
    const actor = pick(world.portals, who) ?? world.vendor;
    const ids = world.contacts.filter((each) => each.actor === actor).map(({ id }) => id);
    await restoreContacts(tx, actor, ids);
  }),
  fc.tuple(small, small).map(([which, where]): Step => edit(which, where)),
  { weight: 3, arbitrary: fc.tuple(small, small, small).map(([one, two, choice]) => merge(one, two, choice === 0)) },
  {
    weight: 3,
    arbitrary: small.map((which): Step => async (world, tx) => {
      const chosen = pick(world.merges.toReversed(), which % 2);
      if (chosen !== undefined) await undoMerge(tx, chosen.actor, chosen.id);
    }),
  },
  onDomain((tx, { vendor, key }) => startPursuit(tx, vendor, { website: key, account: "A", reason: "R" })),
  onDomain((tx, { vendor, key }) => endPursuit(tx, vendor, { key, reason: "R" })),
  onDomain((tx, { vendor, key }) => revokeRegistration(tx, vendor, { key, reason: "R" })),
  onDomain((tx, { actor, key }) => releaseRegistrations(tx, actor, { keys: [key], reason: "R" })),
  onDomain(async (tx, { actor, to, vendor, key }) => {
    const offered = await offerTransfer(tx, actor, { key, toPortal: to.portalId, reason: "R" });
    if (!offered.ok) return;
    await acceptTransfer(tx, to, offered.value.id);
    await approveTransfer(tx, vendor, offered.value.id);
  }),
  fc.tuple(small, fc.boolean()).map(([who, paused]): Step => async (world, tx) => {
    const actor = pick(world.portals, who) ?? world.vendor;
    await pauseSync(tx, actor, { portalId: actor.portalId, paused });
    if (paused && who > 3) await syncNow(tx, actor);
  }),
);

function arrive(who: number, where: number, whole: boolean): Step {
  return async (world, tx) => {
    const actor = pick(world.portals, who) ?? world.vendor;
    const email = `person-${world.contacts.length}@acme-${world.run}.com`;
    const values = {
      firstname: "A",
      lastname: whole ? "B" : "",
      company: "C",
      website: websiteOf(world, where),
      email,
    };
    const created = await createContact(tx, actor, values);
    if (created.ok) world.contacts.push({ actor, id: created.value.id });
  };
}

/** Of one portal, as far as it has two that are there. */
function merge(one: number, two: number, itsOwn: boolean): Step {
  return async (world, tx) => {
    const actor = pick(world.portals, one) ?? world.vendor;
    const own = await tx.select({ id: contact.id }).from(contact).where(eq(contact.portalId, actor.portalId));
    const [stays, goes] = [pick(own, one), pick(own, two)];
    if (stays === undefined || goes === undefined) return;
    const chosen = itsOwn ? [] : ["website", "email"];
    const pair = { survivorId: stays.id, otherId: goes.id };
    const merged = await mergeContacts(tx, actor, { ...pair, chosen });
    if (merged.ok) world.merges.push({ actor, id: merged.value.merge });
  };
}

function edit(which: number, where: number): Step {
  return async (world, tx) => {
    const chosen = pick(world.contacts, which);
    if (chosen === undefined) return;
    const values = { website: websiteOf(world, where), lastname: where % 2 === 0 ? "B" : "" };
    await saveProperties(tx, chosen.actor, { contactId: chosen.id, values });
  };
}

function onContact(work: (tx: Db, chosen: World["contacts"][number]) => Promise<unknown>): fc.Arbitrary<Step> {
  return fc.nat({ max: 11 }).map((which) => async (world, tx) => {
    const chosen = pick(world.contacts, which);
    if (chosen !== undefined) await work(tx, chosen);
  });
}

type OnDomain = { actor: Actor; to: Actor; vendor: Actor; key: string };

function onDomain(work: (tx: Db, on: OnDomain) => Promise<unknown>): fc.Arbitrary<Step> {
  return fc.tuple(small, small).map(([who, where]) => async (world, tx) => {
    const key = keyOf(world, where);
    const [held] = await tx
      .select({ portalId: registration.portalId })
      .from(registration)
      .where(and(eq(registration.key, key), eq(registration.state, "active")));
    // Whoever holds it, or else anybody: only a holder has something to give.
    const holder = world.portals.find(({ portalId }) => portalId === held?.portalId);
    const actor = holder ?? pick(world.portals, who) ?? world.vendor;
    await work(tx, { actor, to: other(world, actor), vendor: world.vendor, key });
  });
}

/** What happens by itself between two things that somebody does. */
const meanwhile = fc.oneof(
  { weight: 4, arbitrary: fc.constant(sync) },
  { weight: 2, arbitrary: fc.constant(async () => undefined) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1, 20, 20, 200, 400).map((days) => async () => {
      at += days * dayMs;
      setClock(at);
      await sweepLapsed();
    }),
  },
);

const columns = {
  status: contact.status,
  message: contact.message,
  expires: contact.expires,
  lapsedOn: contact.lapsedOn,
  openRequest: contact.openRequest,
  openKind: contact.openKind,
};
const blank = { status: "", message: "", expires: "", lapsedOn: "", openRequest: null, openKind: null };

/** Everything as it is stored now. */
async function stored(world: World) {
  const [newest] = await db.select({ number: event.number }).from(event).orderBy(desc(event.number)).limit(1);
  const contacts = await Promise.all(
    world.contacts.map(
      async ({ id }) => (await db.select(columns).from(contact).where(eq(contact.id, id)))[0] ?? blank,
    ),
  );
  const keys = [0, 1].map((n) => keyOf(world, n));
  const active = await db
    .select({
      key: registration.key,
      portalId: registration.portalId,
      from: registration.fromOn,
      until: registration.expires,
    })
    .from(registration)
    .where(and(inArray(registration.key, keys), eq(registration.state, "active")));
  const open = await db
    .select({ key: request.key, receipt: request.receipt })
    .from(request)
    .where(and(inArray(request.key, keys), eq(request.state, "open")))
    .orderBy(request.receipt);
  const domains = keys.map((key) => ({
    now: active.flatMap(({ key: of, ...held }) => (of === key ? [held] : []))[0] ?? null,
    waiting: open.flatMap(({ key: of, receipt }) => (of === key ? [receipt] : [])),
  }));
  const lists = await Promise.all(world.portals.map((actor) => sizes(actor)));
  return { upTo: newest?.number ?? 0, contacts, domains, lists };
}

type Snapshot = Awaited<ReturnType<typeof stored>>;

/** The same, as the events tell it. */
async function told(world: World, { upTo, contacts }: Snapshot): Promise<Snapshot> {
  const then = await Promise.all(
    contacts.map(async (stood, place) => {
      const { actor, id } = world.contacts[place] ?? { actor: world.vendor, id: 0 };
      const [known] = await db.select({ domainKey: contact.domainKey }).from(contact).where(eq(contact.id, id));
      // Who is gone by now has no page to ask on, and is seen in the lists alone.
      if (known === undefined) return stood;
      const found = await contactAsOf(actor, { id, domainKey: known.domainKey }, upTo);
      if (found === undefined) return blank;
      const { status, message, expires, lapsedOn, openRequest, openKind } = found;
      return { status, message, expires, lapsedOn, openRequest, openKind };
    }),
  );
  const domains = await Promise.all(
    [0, 1].map(async (n) => {
      const { held, waiting } = await domainAsOf(keyOf(world, n), upTo);
      return { now: held.now, waiting: waiting.map(({ receipt }) => receipt) };
    }),
  );
  const lists = await Promise.all(
    world.portals.map(async (actor) => {
      const counts = partnerLists.map(async ({ rule }) => [rule, (await listAsOf(actor, rule, upTo)).size] as const);
      return Object.fromEntries(await Promise.all(counts));
    }),
  );
  return { upTo, contacts: then, domains, lists };
}

const policies = fc.record({
  capacity: fc.constantFrom(null, null, 2),
  coolDownDays: fc.constantFrom(0, 0, 30),
  renew: fc.constantFrom("always" as const, "window" as const, "never" as const),
  termYears: fc.constantFrom(1, 1, 2),
});

afterEach(() => setClock(undefined));

test("the past is told as it was stored, and the same policy changes nothing", { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      policies,
      fc.array(fc.tuple(step, meanwhile), { minLength: 12, maxLength: 40 }),
      async (policy, steps) => {
        run += 1;
        at += dayMs;
        setClock(at);
        await sweepLapsed();
        const portals: World["portals"] = [await aPortal("One"), await aPortal("Two")];
        const vendor = await aPortal("Vendor", "channel-manager");
        const world: World = { portals, vendor, contacts: [], merges: [], run };
        const { version: expected, ...settings } = await policyInForce(db);
        const change = { expected, settings: { ...settings, ...policy }, reason: "R" };
        await transaction((tx) => changePolicy(tx, world.vendor, change));

        const snapshots = new Map<number, Snapshot>();
        for (const [work, then] of steps) {
          for (const part of [() => transaction((tx) => work(world, tx)), then]) {
            await part();
            const now = await stored(world);
            // A contact that is new has no event: the first picture of a number is the one that the event made.
            if (!snapshots.has(now.upTo)) snapshots.set(now.upTo, now);
          }
        }
        for (const snapshot of snapshots.values()) expect(await told(world, snapshot)).toEqual(snapshot);

        const { differences } = await simulatePolicy(await policyInForce(db));
        expect(differences.filter(({ key }) => key.startsWith(`acme-${run}-`))).toEqual([]);
      },
    ),
    { numRuns: Number(process.env["RUNS"] ?? 25) },
  );
});
