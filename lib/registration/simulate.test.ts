import { expect, test } from "vitest";
import { differencesIn } from "#lib/registration/differences.ts";
import { domainAfter } from "#lib/registration/domain-then.ts";
import type { PastEvent } from "#lib/registration/past-event.ts";
import { defaultPolicy, type Policy } from "#lib/registration/policy.ts";
import { replay } from "#lib/registration/simulate.ts";
import { newSimulation } from "#lib/registration/simulation.ts";

type Line = Partial<PastEvent> & { on: string };

function eventsOf(lines: readonly Line[]): PastEvent[] {
  const plain = { kind: "", portalId: 7, contactId: null, key: "acme.com", before: null, after: null };
  return lines.map(({ on, ...line }, place) => ({
    ...plain,
    number: place + 1,
    at: Date.parse(`${on}T12:00:00Z`),
    ...line,
  }));
}

function simulated(lines: readonly Line[], difference: Partial<Policy> = {}) {
  const simulation = newSimulation({ ...defaultPolicy, ...difference });
  for (const event of eventsOf(lines)) replay(simulation, event);
  return differencesIn(simulation);
}

const granted = (receipt: number, expires: string) => ({
  kind: "decided",
  after: { receipt, outcome: "registered", expires },
});
const asked: Line = { on: "2014-05-06", kind: "requested", contactId: 1, after: { kind: "manual" } };
const registered: Line[] = [asked, { on: "2014-05-06", contactId: 1, ...granted(1, "2015-05-06") }];

const to = { key: "acme.co" };
const from = { key: "acme.com", from: "2014-05-06", expires: "2015-05-06" };
const renamed: Line[] = [
  ...registered,
  { on: "2014-08-01", kind: "rekeyed", after: to },
  { on: "2014-08-01", kind: "rekeyed", key: "acme.co", before: from, after: to },
];

test("a domain under another key is told on: held there with the same days, and simulated on", () => {
  const [then, since] = ["acme.com", "acme.co"].map((key) =>
    domainAfter(
      eventsOf(renamed).filter((each) => each.key === key),
      "UTC",
    ),
  );
  expect(then?.held.now).toBeNull();
  expect(since?.held.now).toEqual({ portalId: 7, from: "2014-05-06", until: "2015-05-06" });
  expect(simulated(renamed)).toEqual([]);
  expect(simulated(renamed, { termYears: 2 })).toMatchObject([{ key: "acme.co", change: "dates" }]);
});

test("a domain that was given up early is given up under every policy", () => {
  const released: Line = { on: "2014-08-01", kind: "released" };
  expect(simulated([...registered, released])).toEqual([]);
  expect(simulated([...registered, released], { termYears: 2 })).toEqual([]);
});

test("without automatic registration only what was asked by hand is registered", () => {
  const automatic: Line = { ...asked, after: { kind: "automatic" } };
  const upgraded: Line = { on: "2014-05-07", kind: "upgraded", contactId: 1, after: { receipt: 1 } };
  const answered: Line = { on: "2014-05-08", contactId: 1, ...granted(1, "2015-05-08") };
  expect(simulated([automatic, answered], { automatic: false })).toMatchObject([{ change: "lost" }]);
  expect(simulated([automatic, upgraded, answered], { automatic: false })).toEqual([]);
});

test("after a cool-down that had not passed the request would not have been taken", () => {
  const released: Line = { on: "2014-08-01", kind: "released" };
  const again: Line[] = [
    { ...asked, on: "2014-08-20" },
    { on: "2014-08-20", contactId: 1, ...granted(4, "2015-08-20") },
  ];
  expect(simulated([...registered, released, ...again], { coolDownDays: 19 })).toEqual([]);
  expect(simulated([...registered, released, ...again], { coolDownDays: 20 })).toMatchObject([
    { change: "dates", would: [{ from: "2014-05-06" }] },
  ]);
});

test("a request whose contact moves goes on without being asked whether it may", () => {
  const on = "2014-08-10";
  const moved: Line[] = [
    { on: "2014-08-01", kind: "released" },
    { ...asked, on, key: "elsewhere.com", contactId: 2 },
    { on, kind: "superseded", key: "elsewhere.com", contactId: 2, before: { receipt: 4 } },
    { ...asked, on, contactId: 2 },
    { on, contactId: 2, ...granted(6, "2015-08-10") },
  ];
  expect(simulated([...registered, ...moved], { coolDownDays: 30 })).toEqual([]);
});

test("a second contact of a domain that is waited for takes no more room", () => {
  const second: Line[] = [
    asked,
    { ...asked, contactId: 2 },
    { on: "2014-05-07", kind: "decided", contactId: 1, after: { receipt: 1, outcome: "invalid-data" } },
    { on: "2014-05-07", contactId: 2, ...granted(2, "2015-05-07") },
  ];
  expect(simulated(second, { capacity: 1 })).toEqual([]);
  expect(simulated(second, { capacity: 0 })).toMatchObject([{ change: "lost" }]);
});
