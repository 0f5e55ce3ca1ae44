import { describe, expect, test } from "vitest";
import type { Values } from "#lib/contacts/contact.ts";
import { domainOf } from "#lib/review/evidence.ts";
import { nameInEmail } from "#lib/review/names-in-email.ts";
import { suggestionFor } from "#lib/review/suggestions.ts";
import { policyReason } from "#lib/sales/not-pursued.ts";
import type { Rule } from "#lib/registration/rules.ts";

const suggested = (rule: Rule, values: Values, companies: readonly string[] = []) =>
  suggestionFor({ rule }, { values, companies, whyNotPursued: policyReason })?.value ?? null;

describe("a website that cannot be read", () => {
  test.each([
    ["a comma for a dot", "www.acme,com", "acme.com"],
    ["a mistyped scheme", "htp://www.acme.com", "acme.com"],
    ["a scheme without its colon", "https//acme.com", "acme.com"],
    ["an e-mail in the field", "tobin@acme.com", "acme.com"],
  ])("%s is read as it was meant", (_, website, value) => {
    expect(suggested("R7", { website })).toBe(value);
  });

  test("of two, the one that the e-mail has too", () => {
    const website = "acme.com, acme.org";
    expect(suggested("R7", { website, email: "a@acme.org" })).toBe("acme.org");
    expect(suggested("R7", { website, email: "a@other.com" })).toBeNull();
    expect(suggested("R7", { website })).toBeNull();
  });

  test.each(["n/a", "tbd", "acme", "acme.local", "http://192.168.4.20", "https://www.facebook.com/acme", "ac me.com"])(
    "“%s” says nothing itself, but the company's e-mail does",
    (website) => {
      expect(suggested("R7", { website, email: "tobin@mail.acme.com" })).toBe("acme.com");
      expect(suggested("R7", { website, email: "tobin@gmail.com" })).toBeNull();
      expect(suggested("R7", { website })).toBeNull();
    },
  );

  test("nothing is offered that could not be registered either", () => {
    expect(suggested("R7", { website: "tobin@gmail.com" })).toBeNull();
    expect(suggested("R7", { website: "htp://hubspot.com" })).toBeNull();
    expect(suggested("R8", { website: "gmail.com", email: "tobin@hubspot.com" })).toBeNull();
  });
});

test("a missing website is the domain of the company's e-mail, never of free or throwaway mail", () => {
  expect(suggested("R3", { email: "tobin@Acme.co.uk" })).toBe("acme.co.uk");
  for (const email of ["tobin@gmail.com", "tobin@mailinator.com", "tobin@localhost", ""]) {
    expect(suggested("R3", { email })).toBeNull();
  }
});

test("a website with which no business is done gives way to the company's own domain", () => {
  expect(suggested("R8", { website: "outlook.com", email: "tobin@acme.com" })).toBe("acme.com");
  expect(suggested("R8", { website: "outlook.com", email: "tobin@outlook.com" })).toBeNull();
});

test("an e-mail is offered only where one stands in the field Website", () => {
  expect(suggested("R4", { website: "mailto:tobin@acme.com" })).toBe("tobin@acme.com");
  expect(suggested("R4", { website: "acme.com", firstname: "Tobin", lastname: "Stroman" })).toBeNull();
});

test("a company is what most of the others at the domain have, and nothing on a draw", () => {
  expect(suggested("R5", {}, ["Acme", "Acme", "Acme Inc."])).toBe("Acme");
  expect(suggested("R5", {}, ["Acme", "Acme Inc."])).toBeNull();
  expect(suggested("R5", {}, ["", " "])).toBeNull();
});

test("a missing conversion has no value that could be typed", () => {
  expect(suggested("R6", { email: "tobin@acme.com" })).toBeNull();
});

describe("a missing name", () => {
  test.each([
    ["tobin.stroman@acme.com", { firstname: "Tobin", lastname: "" }, "Stroman"],
    ["tobin_stroman@acme.com", { firstname: "", lastname: "Stroman" }, "Tobin"],
    ["zoe.oconnor@acme.com", { firstname: "Zoë", lastname: "" }, "Oconnor"],
    ["tobin@acme.com", { firstname: "Tobin", lastname: "" }, ""],
    ["tobin.stroman@acme.com", { firstname: "Al", lastname: "" }, ""],
    ["tobin.stroman@acme.com", { firstname: "", lastname: "" }, ""],
    ["tobin.s@acme.com", { firstname: "Tobin", lastname: "" }, ""],
    ["tobin.a.stroman@acme.com", { firstname: "Tobin", lastname: "" }, ""],
    ["", { firstname: "", lastname: "Stroman" }, ""],
  ])("in “%s” beside %o is “%s”", (email, known, name) => {
    expect(nameInEmail(known.lastname === "" ? "lastname" : "firstname", email, known)).toBe(name);
  });
});

const keyOf = (values: Values) => domainOf(values, policyReason)?.key;

test("a contact belongs to the domain of its website, else of its e-mail", () => {
  expect(keyOf({ website: "www.acme.com", email: "a@other.com" })).toBe("acme.com");
  expect(keyOf({ website: "gmail.com", email: "a@acme.com" })).toBe("acme.com");
  expect(keyOf({ email: "a@acme.com" })).toBe("acme.com");
  expect(keyOf({ website: "htp://acme.com" })).toBe("acme.com");
  expect(keyOf({ website: "n/a", email: "a@gmail.com" })).toBeUndefined();
});
