import { and, eq, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { portal } from "#db/schema/portals.ts";
import { request } from "#db/schema/registration.ts";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { createContact } from "#lib/contacts/commands/create-contact.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { aPortal, sizes, sync } from "#lib/fixtures.ts";
import { reasonSizesOf } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { sweepLapsed } from "#lib/registration/commands/lapse.ts";
import { pauseSync } from "#lib/registration/commands/pause.ts";
import { endPursuit, startPursuit } from "#lib/registration/commands/pursue.ts";
import { Findings } from "#lib/registration/rules.ts";
import { requestRegistration, withdrawRequest } from "#lib/registration/commands/request-registration.ts";

const dayMs = 86_400_000;

type World = { portals: Actor[]; vendor: Actor; contacts: { actor: Actor; id: number }[]; at: number; run: number };
type Step = (world: World) => Promise<unknown>;

const small = fc.nat({ max: 5 });
const website = (world: World, n: number) => (n === 5 ? "localhost" : `acme-${world.run}-${n % 3}.com`);
const pick = <Value>(from: readonly Value[], n: number): Value | undefined => from[n % Math.max(1, from.length)];

/** What can happen to a portal's contacts, in any order. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(small, small, fc.boolean()).map(([who, where, complete]) => async (world: World) => {
    const actor = pick(world.portals, who) ?? world.vendor;
    const values = { firstname: "A", lastname: "B", company: "C", website: website(world, where) };
    const email = `person-${world.contacts.length}@acme-${world.run}.com`;
    const created = await transaction((tx) => createContact(tx, actor, complete ? { ...values, email } : values));
    if (created.ok) world.contacts.push({ actor, id: created.value.id });
  }),
  onContact((tx, actor, id) => requestRegistration(tx, actor, id)),
  onContact((tx, actor, id) => requestRegistration(tx, actor, id)),
  onContact((tx, actor, id) => withdrawRequest(tx, actor, id)),
  onContact((tx, actor, id) => deleteContact(tx, actor, id)),
  fc.tuple(small, small).map(([which, where]) => async (world: World) => {
    const chosen = pick(world.contacts, which);
    if (chosen === undefined) return;
    const values = { website: website(world, where), firstname: where % 2 === 0 ? "A" : "" };
    await transaction((tx) => saveProperties(tx, chosen.actor, { contactId: chosen.id, values }));
  }),
  small.map(
    (where) => (world: World) =>
      transaction((tx) =>
        startPursuit(tx, world.vendor, { website: website(world, where), account: "A", reason: "R" }),
      ),
  ),
  small.map(
    (where) => (world: World) =>
      transaction((tx) => endPursuit(tx, world.vendor, { key: website(world, where), reason: "R" })),
  ),
  fc.tuple(small, fc.boolean()).map(([who, paused]) => async (world: World) => {
    const actor = pick(world.portals, who) ?? world.vendor;
    await transaction((tx) => pauseSync(tx, actor, { portalId: actor.portalId, paused }));
  }),
  small.map((months) => async (world: World) => {
    world.at += months * 100 * dayMs;
    setClock(world.at);
    await sweepLapsed();
  }),
  fc.constant(sync),
);

type Tx = Parameters<Parameters<typeof transaction>[0]>[0];

function onContact(work: (tx: Tx, actor: Actor, id: number) => Promise<unknown>): fc.Arbitrary<Step> {
  return fc.nat({ max: 30 }).map((which) => async (world: World) => {
    const chosen = pick(world.contacts, which);
    if (chosen !== undefined) await transaction((tx) => work(tx, chosen.actor, chosen.id));
  });
}

async function counted(actor: Actor, where?: SQL): Promise<number> {
  const [row] = await db
    .select({ many: sql<number>`count(*)`.mapWith(Number) })
    .from(contact)
    .where(and(eq(contact.portalId, actor.portalId), where));
  return row?.many ?? 0;
}

/** A plain count, with conditions written out here, not taken from the program. */
async function plainCount(actor: Actor) {
  return {
    registered: await counted(actor, eq(contact.status, "REGISTERED")),
    unavailable: await counted(actor, eq(contact.status, "UNAVAILABLE")),
    pending: await counted(actor, isNotNull(contact.openRequest)),
    "invalid-data": await counted(actor, eq(contact.status, "INVALID_DATA")),
    expired: await counted(actor, ne(contact.lapsedOn, "")),
  };
}

/** The same for the reasons: of the contacts in Invalid Data, whose decision failed which rule, as their request says. */
async function plainReasons(actor: Actor): Promise<Record<string, number>> {
  const decided = await db
    .select({ findings: request.findings })
    .from(contact)
    .innerJoin(request, eq(request.receipt, contact.decidedBy))
    .where(and(eq(contact.portalId, actor.portalId), eq(contact.status, "INVALID_DATA")));
  const failed = decided
    .flatMap(({ findings }) => Findings.parse(findings))
    .filter(({ result }) => result === "failed");
  const rules = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"];
  return Object.fromEntries(rules.map((rule) => [rule, failed.filter((each) => each.rule === rule).length]));
}

async function keptTotal(actor: Actor) {
  const [kept] = await db.select({ contacts: portal.contacts }).from(portal).where(eq(portal.hubId, actor.portalId));
  return kept?.contacts;
}

afterEach(() => setClock(undefined));

let run = 0;

test("after every step the kept sizes are what a plain count says", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      run += 1;
      const world: World = {
        portals: [await aPortal("One"), await aPortal("Two")],
        vendor: await aPortal("Vendor", "channel-manager"),
        contacts: [],
        at: Date.parse("2014-05-06T12:00:00Z"),
        run,
      };
      setClock(world.at);
      for (const each of steps) {
        await each(world);
        for (const actor of world.portals) {
          expect(await sizes(actor)).toEqual(await plainCount(actor));
          expect(await keptTotal(actor)).toBe(await counted(actor));
          expect(Object.fromEntries(await reasonSizesOf(actor))).toEqual(await plainReasons(actor));
        }
      }
    }),
    { numRuns: 25 },
  );
});
