import { expect, test } from "vitest";
import { lineOf } from "#lib/jobs/queue.ts";

test("a plain name is a line of its own", () => {
  expect(lineOf("sync")).toBe("sync");
  expect(lineOf("")).toBe("");
});

test("names after a colon share a few lines evenly, each always the same one", () => {
  const names = Array.from({ length: 3200 }, (_, at) => `domain:company-${at}.com`);
  const crowds = new Map<string, number>();
  for (const line of names.map(lineOf)) crowds.set(line, (crowds.get(line) ?? 0) + 1);
  expect(crowds.size).toBe(32);
  expect(Math.max(...crowds.values())).toBeLessThan(150);
  expect(lineOf("domain:acme.com")).toBe(lineOf("domain:acme.com"));
  expect(lineOf("batch:7")).toMatch(/^batch:\d+$/);
});
