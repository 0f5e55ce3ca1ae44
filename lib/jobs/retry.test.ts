import { expect, test } from "vitest";
import { backOffMs, errorText } from "#lib/jobs/retry.ts";

test("the wait doubles with each failure and ends at five minutes", () => {
  const waits = [1, 2, 3, 4, 8, 9, 10, 60].map(backOffMs);
  expect(waits).toEqual([1000, 2000, 4000, 8000, 128_000, 256_000, 300_000, 300_000]);
});

test("an error text never repeats the values of a query", () => {
  const failed = new Error("Failed query: insert …\nparams: amy@acme.com", { cause: new Error("disk I/O error") });
  expect(errorText(failed)).toBe("disk I/O error");
  expect(errorText(new Error("no such contact"))).toBe("no such contact");
  expect(errorText("plain words")).toBe("plain words");
  expect(errorText(new Error("x".repeat(5000)))).toHaveLength(2000);
});
