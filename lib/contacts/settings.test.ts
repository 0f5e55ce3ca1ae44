import { expect, test } from "vitest";
import { asFormsMay, inSalesforce, readSalesforce } from "#lib/contacts/settings.ts";

test.each([
  ["https://acme.my.salesforce.com", "https://acme.my.salesforce.com"],
  ["https://acme.lightning.force.com/lightning/r/Contact/003/view?x=1", "https://acme.lightning.force.com"],
  [" ACME--dev.sandbox.my.salesforce.com ", "https://acme--dev.sandbox.my.salesforce.com"],
  ["", ""],
])("%s is an address of Salesforce", (typed, kept) => {
  expect(readSalesforce(typed)).toEqual({ ok: true, value: kept });
});

test.each([
  "http://acme.my.salesforce.com",
  "https://login.salesforce.com",
  "https://my.salesforce.com",
  "https://acme.my.salesforce.com.evil.example",
  "https://evil.example/acme.my.salesforce.com",
  "https://acme.my.salesforce.com@evil.example",
  "https://user@acme.my.salesforce.com",
  "https://acme.my.salesforce.com:8443",
  "javascript://acme.my.salesforce.com/%0aalert(1)",
  "acme",
])("%s is none", (typed) => {
  expect(readSalesforce(typed)).toEqual({ ok: false, no: "not-salesforce" });
});

test("a record is reached where Salesforce is, or it is said what is missing", () => {
  const id = "0035g00000ABCDEFGH";
  expect(inSalesforce("https://acme.my.salesforce.com", id)).toEqual({
    at: "there",
    href: `https://acme.my.salesforce.com/${id}`,
  });
  expect(inSalesforce("https://acme.lightning.force.com", id)).toEqual({
    at: "there",
    href: `https://acme.lightning.force.com/lightning/r/${id}/view`,
  });
  expect(inSalesforce("", id)).toEqual({ at: "no-address" });
  expect(inSalesforce("https://acme.my.salesforce.com", "")).toEqual({ at: "no-id" });
});

test("a form takes an opt-out back only where the portal lets it; everything else it may", () => {
  const optedOut = { email_opt_out: "true" };
  const asked = { email_opt_out: "false", city: "Boston" };
  expect(asFormsMay(asked, optedOut, { formsOptIn: false })).toEqual({ city: "Boston" });
  expect(asFormsMay({ email_opt_out: "" }, optedOut, { formsOptIn: false })).toEqual({});
  expect(asFormsMay(asked, optedOut, { formsOptIn: true })).toEqual(asked);
  expect(asFormsMay(asked, {}, { formsOptIn: false })).toEqual(asked);
  expect(asFormsMay({ email_opt_out: "true" }, optedOut, { formsOptIn: false })).toEqual({ email_opt_out: "true" });
});
