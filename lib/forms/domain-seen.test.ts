import { expect, test } from "vitest";
import { domainOfEmail, domainOfReferrer, hostBefore } from "#lib/forms/domain-seen.ts";

test("the domain of somebody's mail, but not where anybody has it", () => {
  expect(domainOfEmail("jillian@mail.acme.co.uk")).toBe("acme.co.uk");
  for (const email of ["jillian@gmail.com", "jillian", "", "a@localhost", "a@[127.0.0.1]"])
    expect(domainOfEmail(email)).toBe("");
});

test("the domain that a visitor came from, but for the portal's own", () => {
  expect(domainOfReferrer("news.acme.com", ["https://www.fern.com"])).toBe("acme.com");
  expect(domainOfReferrer("blog.fern.com", ["https://www.fern.com"])).toBe("");
  expect(domainOfReferrer("", [])).toBe("");
});

test("the host of the page before, but for ours", () => {
  expect(hostBefore({ referer: "https://news.acme.com/a?b", host: "dibs.example" })).toBe("news.acme.com");
  expect(hostBefore({ referer: "https://dibs.example/forms", host: "dibs.example" })).toBe("");
  for (const referer of [null, "", "nowhere"]) expect(hostBefore({ referer, host: null })).toBe("");
});
