import { afterEach, beforeEach, expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { setClock } from "#lib/clock.ts";
import { aContact, aPortal, sync } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { dryRun } from "#lib/registration/commands/batch.ts";
import { lookUp, lookupsADay } from "#lib/registration/commands/look-up.ts";
import { preflight } from "#lib/registration/commands/preflight.ts";
import { startPursuit } from "#lib/registration/commands/pursue.ts";
import { requestRegistration } from "#lib/registration/commands/request-registration.ts";
import { foreseen } from "#lib/registration/preflight.ts";

let domains = 0;
let key = "";

beforeEach(() => {
  domains += 1;
  key = `ahead-${domains}.com`;
  setClock(Date.parse("2014-05-06T12:00:00Z"));
});
afterEach(() => setClock(undefined));

const complete = { firstname: "Jillian", lastname: "Berry", email: "jillian@acme.com", company: "Acme" };

async function ahead(actor: Actor, values: Record<string, string> = {}) {
  const typed = { ...complete, website: `https://www.${key}/about`, ...values };
  return transaction((tx) => preflight(tx, actor, { values: typed, conversions: 0 }));
}

async function registered(actor: Actor) {
  const id = await aContact(actor, { website: key });
  await transaction((tx) => requestRegistration(tx, actor, id));
  await sync();
  return id;
}

test("every rule is answered before anyone asks, and availability only once they all pass", async () => {
  const jillian = await aPortal();
  const lacking = await ahead(jillian, { company: " " });
  expect(lacking.findings.map(({ rule, result }) => `${rule} ${result}`)).toEqual([
    "R1 passed",
    "R2 passed",
    "R3 passed",
    "R4 passed",
    "R5 failed",
    "R6 waived",
    "R7 passed",
    "R8 passed",
  ]);
  expect(lacking.availability).toBe("not-looked-at");
  expect(foreseen(lacking)).toBe("invalid-data");

  const whole = await ahead(jillian);
  expect(whole).toMatchObject({ key, availability: "free" });
  expect(foreseen(whole)).toBe("registered");
});

test("a domain is yours, another partner's (never whose), or pursued", async () => {
  const [jillian, other] = [await aPortal("Jillian"), await aPortal("Other")];
  const manager = await aPortal("Vendor", "channel-manager");
  await registered(other);
  expect(await ahead(other)).toMatchObject({ availability: "yours" });
  const foreign = await ahead(jillian);
  expect(foreign.availability).toBe("another-partner");
  expect(JSON.stringify(foreign)).not.toContain(String(other.portalId));

  domains += 1;
  key = `ahead-${domains}.com`;
  await transaction((tx) => startPursuit(tx, manager, { website: key, account: "Acme", reason: "Named account" }));
  await sync();
  expect(await ahead(jillian)).toMatchObject({ availability: "pursued" });
});

test("what was foreseen is what is answered", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  await registered(other);
  for (const [actor, expected] of [
    [jillian, "unavailable"],
    [other, "re-registered"],
  ] as const)
    expect(foreseen(await ahead(actor))).toBe(expected);
});

test("a portal looks up a thousand domains a day; the same one again, and its own, cost nothing", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  await ahead(jillian);
  const rest = Array.from({ length: lookupsADay - 1 }, (_, at) => `looked-${domains}-${at}.com`);
  await transaction((tx) => lookUp(tx, jillian, rest));
  expect(await ahead(jillian)).toMatchObject({ availability: "free" });

  const first = key;
  key = `one-too-many-${domains}.com`;
  expect(await ahead(jillian)).toMatchObject({ availability: "not-shown" });
  expect(foreseen(await ahead(jillian))).toBe("unknown");
  expect(await ahead(other)).toMatchObject({ availability: "free" });
  await registered(jillian);
  expect(await ahead(jillian)).toMatchObject({ availability: "yours" });

  setClock(Date.parse("2014-05-07T12:00:01Z"));
  key = first;
  expect(await ahead(jillian)).toMatchObject({ availability: "free" });
});

test("a dry run says how those who are ready would be answered", async () => {
  const [jillian, other] = [await aPortal(), await aPortal()];
  await registered(other);
  const ids = [
    await aContact(jillian, { website: key }),
    await aContact(jillian, { website: `free-${key}` }),
    await aContact(jillian, { website: `free-${key}`, company: "" }),
  ];
  const run = await dryRun(jillian, { ids, upTo: Number.MAX_SAFE_INTEGER, outcomes: ["ready"] });
  expect(run).toMatchObject({ ready: 2, "lacks-data": 1, chances: { free: 1, taken: 1, unknown: 0 } });
});
