import { describe, expect, test } from "vitest";
import { day } from "#lib/day.ts";
import { faultsIn, inversionsIn, type Step } from "#lib/registration/history-checker.ts";

const [may, lastDay, after] = [day("2014-05-06"), day("2015-05-06"), day("2015-05-07")];
const key = "acme.com";
const asked = (number: number, by: number | null, how: "manual" | "automatic" | "pursuit" = "manual"): Step => {
  return { is: "asked", number, key, by, how };
};
const decided = (number: number, receipt: number, outcome: string, expires = ""): Step => {
  return { is: "decided", number, receipt, on: may, outcome, expires };
};
const granted = (number: number, receipt: number) => decided(number, receipt, "registered", "2015-05-06");
const faults = (...steps: Step[]) => faultsIn(steps).faults;

test("a history of first come, first served has no fault", () => {
  const steps = [
    asked(1, 1001),
    asked(2, 1002),
    asked(3, null, "pursuit"),
    granted(4, 1),
    decided(5, 2, "registered_by_another_partner"),
    decided(6, 3, "held"),
  ];
  expect(faultsIn(steps)).toEqual({ faults: [], holders: new Map([[key, { by: 1001, expires: "2015-05-06" }]]) });
});

describe("a history is refused in which", () => {
  test.each<[string, Step[], string]>([
    ["the later one is served first", [asked(1, 1001), asked(2, 1002), granted(3, 2)], "served before 1"],
    [
      "two hold one domain",
      [asked(1, 1001), asked(2, 1002), granted(3, 1), granted(4, 2)],
      "expected registered_by_another",
    ],
    ["a request is decided twice", [asked(1, 1001), granted(2, 1), granted(3, 1)], "was not open"],
    [
      "a withdrawn request is decided",
      [asked(1, 1001), { is: "gone", number: 2, receipt: 1 }, granted(3, 1)],
      "was not open",
    ],
    [
      "the vendor takes what is held",
      [asked(1, 1001), granted(2, 1), asked(3, null, "pursuit"), decided(4, 3, "pursued")],
      "expected held",
    ],
    [
      "the term is too short",
      [asked(1, 1001), decided(2, 1, "registered", "2015-05-05")],
      "expected registered 2015-05-06",
    ],
    [
      "an automatic request extends",
      [
        asked(1, 1001),
        granted(2, 1),
        asked(3, 1001, "automatic"),
        { is: "decided", number: 4, receipt: 3, on: lastDay, outcome: "re-registered", expires: "2016-05-06" },
      ],
      "expected re-registered 2015-05-06",
    ],
    [
      "the last day is cut off",
      [asked(1, 1001), granted(2, 1), { is: "expired", number: 3, key, on: lastDay }],
      "held through",
    ],
    [
      "somebody holds on after the last day",
      [
        asked(1, 1001),
        granted(2, 1),
        asked(3, 1002),
        { is: "decided", number: 4, receipt: 3, on: after, outcome: "registered_by_another_partner", expires: "" },
      ],
      "had run out",
    ],
    [
      "a contact comes back Registered, and its portal has the domain until another day",
      [asked(1, 1001), granted(2, 1), { is: "attached", number: 3, key, by: 1001, expires: "2014-12-31" }],
      "which it does not hold so",
    ],
    ["what nobody has is given up", [{ is: "given-up", number: 1, key, on: may }], "nobody had it"],
    [
      "an old holder is greeted as new",
      [asked(1, 1001), granted(2, 1), { is: "expired", number: 3, key, on: after }, asked(4, 1001), granted(5, 4)],
      "expected re-registered",
    ],
  ])("%s", (_, steps, why) => {
    expect(faults(...steps).join("\n")).toContain(why);
  });
});

describe("receipts and the time at which they were asked for", () => {
  test("calls that overlap may get theirs in any order", () => {
    expect(
      inversionsIn([
        { from: 1n, to: 5n, receipt: 2 },
        { from: 2n, to: 4n, receipt: 1 },
      ]),
    ).toEqual([]);
  });

  test("a call that was answered before another was sent has the lower one", () => {
    expect(
      inversionsIn([
        { from: 1n, to: 2n, receipt: 2 },
        { from: 3n, to: 4n, receipt: 1 },
      ]),
    ).toHaveLength(1);
    expect(
      inversionsIn([
        { from: 1n, to: 2n, receipt: 1 },
        { from: 3n, to: 4n, receipt: 2 },
      ]),
    ).toEqual([]);
  });

  test("however many calls are in between", () => {
    const calls = [3, 1, 2].map((receipt, at) => ({ from: BigInt(at * 10), to: BigInt(at * 10 + 5), receipt }));
    expect(inversionsIn(calls)).toHaveLength(2);
  });
});
