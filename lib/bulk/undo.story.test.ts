import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import { transaction } from "#db/transaction.ts";
import { BulkChange, type EditLine } from "#lib/bulk/change.ts";
import { startBulk } from "#lib/bulk/commands/start-bulk.ts";
import { undoBulk } from "#lib/bulk/commands/undo-bulk.ts";
import { now } from "#lib/clock.ts";
import { saveProperties } from "#lib/contacts/commands/save-properties.ts";
import { newestContactId } from "#lib/contacts/queries/newest-contact.ts";
import { dayIn } from "#lib/day.ts";
import { aContact, aPortal, sync } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { requestRegistrations } from "#lib/registration/commands/request-registration.ts";
import { brokenByTheLog, brokenNow } from "#lib/registration/invariants.ts";

// Whatever was changed in whatever order, taking it back from the last to the first gives the values that were there before,
// but where somebody else wrote meanwhile; and the invariants of registration hold at every step.

const value = fc.constantFrom("one.com", "two.com", "three.com", "office@one.com", "office@two.com", "Ann");
const line: fc.Arbitrary<EditLine> = fc.record({
  property: fc.constantFrom("website", "email", "company", "city", "firstname"),
  way: fc.constantFrom("set", "fill", "clear"),
  value,
});
const someLines = fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ property }) => property });
const change: fc.Arbitrary<BulkChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("edit"), lines: someLines, registered: registered() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete"), registered: registered() }) },
);
function registered() {
  return fc.constantFrom("left-alone" as const, "included" as const);
}

/** Which of the six contacts each change means, and who writes which city meanwhile. */
const step = fc.record({
  change,
  meant: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }),
  written: fc.option(fc.record({ by: fc.nat(5), city: fc.constantFrom("Oslo", "Bonn") })),
});

test("changes and their undoing, the last first, give back what nobody else wrote", { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const actor = await aPortal("Undo", "admin");
      const ids = await sixContacts(actor);
      const before = await valuesOf(actor);
      const written = new Map<number, string>();
      const done: number[] = [];
      for (const { change: wanted, meant, written: other } of steps) {
        done.push(await run(actor, wanted, { ids: meant.map((at) => ids[at] ?? 0) }));
        const by = other === null ? undefined : ids[other.by];
        if (by !== undefined && other !== null && (await writeCity(actor, by, other.city))) written.set(by, other.city);
        expect(await broken()).toEqual([]);
      }
      for (const id of done.toReversed()) {
        const undone = await transaction((tx) => undoBulk(tx, actor, id));
        expect(undone.ok ? "possible" : undone.no).toMatch(/^(possible|nothing-changed)$/);
        await sync();
        expect(await broken()).toEqual([]);
      }
      for (const [id, values] of await valuesOf(actor)) {
        const { city: cityBefore, ...others } = before.get(id) ?? {};
        const { city, ...rest } = values;
        expect(rest).toEqual(others);
        expect(written.has(id) ? cityBefore : city).toBe(cityBefore);
      }
      expect(new Set((await valuesOf(actor)).keys())).toEqual(new Set(before.keys()));
    }),
    { numRuns: 20, seed: 152_363 },
  );
});

/** Two are Registered, one waits, one lacks data, and two have never asked. */
async function sixContacts(actor: Actor): Promise<number[]> {
  const own = actor.portalId;
  const ids = [
    await aContact(actor, { website: `held-${own}.com`, email: `a@held-${own}.com` }),
    await aContact(actor, { website: `also-${own}.com`, email: `b@held-${own}.com`, city: "Rome" }),
    await aContact(actor, { website: `held-${own}.com`, email: "", city: "Rome" }),
    await aContact(actor, { website: "", email: `d@held-${own}.com` }),
    await aContact(actor, { website: `free-${own}.com`, email: `e@held-${own}.com`, company: "" }),
    await aContact(actor, { website: `free-${own}.com`, email: `f@held-${own}.com`, city: "Paris" }),
  ];
  await transaction((tx) => requestRegistrations(tx, actor, { contactIds: ids.slice(0, 4) }));
  await sync();
  return ids;
}

async function run(actor: Actor, wanted: BulkChange, { ids }: { ids: number[] }): Promise<number> {
  const selection = { ids, upTo: Math.max(1, await newestContactId(actor)) };
  const asked = { change: BulkChange.parse(wanted), selection, expected: 0 };
  const started = await startBulk(actor, asked);
  if (!started.ok) throw new Error(started.no);
  await sync();
  return started.value.id;
}

async function writeCity(actor: Actor, contactId: number, city: string): Promise<boolean> {
  return (await transaction((tx) => saveProperties(tx, actor, { contactId, values: { city } }))).ok;
}

async function valuesOf(actor: Actor): Promise<Map<number, Readonly<Record<string, string>>>> {
  const rows = await db.select().from(contact).where(eq(contact.portalId, actor.portalId));
  return new Map(rows.map(({ id, values }) => [id, values]));
}

async function broken(): Promise<string[]> {
  return [...(await brokenNow(dayIn("UTC", now()), { settled: true })), ...(await brokenByTheLog())];
}
