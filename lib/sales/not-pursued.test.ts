import { expect, test } from "vitest";

import { readDomain } from "#lib/sales/domain.ts";
import { policyLists, policyReason } from "#lib/sales/not-pursued.ts";

test.each([
  ["hubspot.com", "own-domain"],
  ["gmail.com", "free-mail"],
  ["gmx.at", "free-mail"],
  ["mailinator.com", "disposable-mail"],
  ["example.org", "reserved"],
  ["acme.test", "reserved"],
])("%s is not pursued: %s", (key, why) => {
  expect(policyReason(key)).toBe(why);
});

test.each(["acme.com", "zoho.com", "sky.com", "att.net", "facebook.com", "com", "constructor", ""])(
  "%s is a company like any other",
  (key) => {
    expect(policyReason(key)).toBeNull();
  },
);

test("the lists hold domain keys, each of them once", () => {
  const hosts = policyLists.flatMap((list) => list.hosts);
  const websites = hosts.filter((host) => host.includes("."));
  expect(websites.map((host) => readDomain(host))).toMatchObject(websites.map((key) => ({ ok: true, key })));
  expect(hosts).toHaveLength(new Set(hosts).size);
});
