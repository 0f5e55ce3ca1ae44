import fc from "fast-check";
import { expect, test } from "vitest";
import { keysOf, numberKey, textKey } from "#lib/properties/value-key.ts";

/** Numbers as people may type them: up to 15 digits, up to 6 after the point. */
const typed = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.stringMatching(/^(\.\d{1,6})?$/))
  .map(([isNegative, whole, fraction]) => `${isNegative ? "-" : ""}${whole}${fraction}`);

test("keys sort as the numbers do, and equal numbers have one key", () => {
  const numbers = fc.oneof(typed, fc.constantFrom("0", "-0", "0.0", "1.50", "1.5"));
  expect(fc.check(fc.property(numbers, typed, areInOrder), { numRuns: 2_000 }).counterexample).toBeNull();
});

function areInOrder(one: string, other: string): boolean {
  const [a, b] = [Number(one), Number(other)];
  const [keyOfA = "", keyOfB = ""] = [one, other].flatMap((value) => keysOf({ type: "number" }, value));
  return Math.sign(a - b) === (keyOfA < keyOfB ? -1 : Number(keyOfA > keyOfB)) || isTooFine(a, b, keyOfA === keyOfB);
}

/** Beyond the digits that a number holds, two spellings may have one key. */
function isTooFine(a: number, b: number, alike: boolean): boolean {
  return alike && Math.abs(a - b) < 0.000_001;
}

test("small steps around zero keep their order", () => {
  const steps = [-1_000_000, -10, -9.5, -1, -0.000_002, -0.000_001, 0, 0.000_001, 0.5, 1, 9.5, 10, 1_000_000];
  const keys = steps.map(numberKey);
  expect(keys.toSorted()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(numberKey(-0)).toBe(numberKey(0));
});

test("days and times sort as text, texts are alike in any case, and a long one is cut", () => {
  expect(keysOf({ type: "date" }, "2024-02-29")).toEqual(["2024-02-29"]);
  expect(keysOf({ type: "text" }, "ÜNAL")).toEqual(["ünal"]);
  expect(textKey("x".repeat(250))).toHaveLength(200);
});

test("each option that is chosen has a key; a blank has none", () => {
  expect(keysOf({ type: "choices" }, "Red;blue")).toEqual(["red", "blue"]);
  expect(keysOf({ type: "choices" }, "")).toEqual([]);
  expect(keysOf({ type: "number" }, "")).toEqual([]);
});
