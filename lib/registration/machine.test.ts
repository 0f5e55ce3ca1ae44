import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { explains, machine } from "#lib/registration/machine.ts";
import { machinePage } from "#lib/registration/machine-page.ts";

const views = ["blank", "registered", "unavailable", "invalid"] as const;
const kinds = [...new Set(machine.flatMap(({ records }) => records))];

test("the page of the documentation is the machine", () => {
  expect(readFileSync("docs/state-machine.md", "utf8")).toBe(machinePage(machine));
});

test("every event of the specification is there, once", () => {
  const numbers = Array.from({ length: 26 }, (_, at) => `E${at + 1}`);
  expect(machine.map(({ id }) => id)).toEqual(
    numbers.flatMap((id) => (["E5", "E14", "E19", "E21"].includes(id) ? [id, `${id}b`] : [id])),
  );
});

test("every guard that names a function names one of the engine", () => {
  const engine = globSync("lib/registration/**/*.ts")
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const named = machine.flatMap(({ guards }) => guards.flatMap(({ by }) => by ?? []));
  expect(named.filter((by) => !new RegExp(`function ${by}\\b`).test(engine))).toEqual([]);
});

test("what moves, the log tells of", () => {
  const moving = machine.filter(({ view, asking, ownership }) => view ?? asking ?? ownership);
  expect(moving.filter(({ records }) => records.length === 0)).toEqual([]);
});

/** By which lines of the log a contact comes from one status to another, written out beside the machine. */
const ways: Record<string, string[]> = {
  "blank → registered": ["decided", "merged", "restored", "transferred"],
  "blank → unavailable": ["decided", "merged"],
  "blank → invalid": ["decided", "merged", "stands-again"],
  "registered → blank": ["deleted", "detached", "expired", "merged", "released", "revoked", "transferred"],
  "registered → unavailable": ["decided", "merged"],
  "registered → invalid": ["decided", "merged"],
  "unavailable → blank": ["deleted", "detached", "merged", "pursuit-ended"],
  "unavailable → registered": ["decided", "merged", "transferred"],
  "unavailable → invalid": ["decided", "merged"],
  "invalid → blank": ["deleted", "detached", "merged"],
  "invalid → registered": ["decided", "merged", "transferred"],
  "invalid → unavailable": ["decided", "merged"],
};

describe("a contact comes", () => {
  test.each(Object.entries(ways))("%s only by what is written here", (way, expected) => {
    const [from, to] = [views.find((each) => way.startsWith(each)), views.find((each) => way.endsWith(each))];
    const found = kinds.filter((kind) => from !== undefined && to !== undefined && explains(kind, "view", [from, to]));
    expect(found.toSorted()).toEqual(expected);
  });
});

test("a domain that is held is never pursued, whatever the log tells (E14b)", () => {
  for (const kind of kinds) expect(explains(kind, "ownership", ["held", "pursued"])).toBe(false);
});

test("nothing that is over comes back", () => {
  for (const kind of kinds) {
    for (const over of ["expired", "ended"] as const) {
      for (const to of ["free", "held", "pursued"] as const)
        expect(explains(kind, "ownership", [over, to])).toBe(false);
    }
  }
});
