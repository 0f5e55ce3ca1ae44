import { expect, test } from "vitest";
import { leavingInWords, requestsInWords } from "#lib/bulk/consequences.ts";

test("what it costs those that are Registered is said with their domains", () => {
  expect(leavingInWords("edit", { "acme.com": 12 })).toBe(
    "12 of them are Registered and will leave acme.com. acme.com stays registered to your portal, without these contacts.",
  );
  expect(leavingInWords("delete", { "acme.com": 1 })).toBe(
    "1 of them is Registered with acme.com. acme.com stays registered to your portal.",
  );
  expect(leavingInWords("edit", { "a.com": 1, "b.com": 3, "c.com": 2, "d.com": 1, "": 40 })).toBe(
    "47 of them are Registered and will leave b.com, c.com, a.com and others. These domains stay registered to your portal, without these contacts.",
  );
});

test("what becomes of open requests is said", () => {
  expect(requestsInWords("delete", 3)).toBe("3 have open requests that will be withdrawn.");
  expect(requestsInWords("edit", 1)).toBe("1 has an open request: it goes to the back of the new domain's queue.");
});
