import { describe, expect, test } from "vitest";
import { companyLikeness, emailLikeness, nameAndCompany, nameLikeness } from "#lib/contacts/likeness.ts";

describe("an e-mail reads", () => {
  test.each([
    ["jill@acme.com", "jill@acme.com"],
    ["jill+news@acme.com", "jill@acme.com"],
    ["jill+a+b@googlemail.com", "jill@gmail.com"],
    ["j.ill@gmail.com", "j.ill@gmail.com"],
    ["+jill@acme.com", "+jill@acme.com"],
    ["no address", "no address"],
    ["", ""],
  ])("%s as %s", (typed, read) => expect(emailLikeness(typed)).toBe(read));
});

describe("a name reads", () => {
  test.each([
    ["José  O’Connor", "jose o connor"],
    ["SØREN KIERKEGAARD", "soren kierkegaard"],
    ["Weiß", "weiss"],
    ["Łukasz", "lukasz"],
    ["山田 太郎", "山田 太郎"],
    [" - ", ""],
  ])("%s as %s", (typed, read) => expect(nameLikeness(typed)).toBe(read));
});

describe("a company reads", () => {
  test.each([
    ["Acmé, Inc.", "acme"],
    ["ACME", "acme"],
    ["Acme GmbH & Co. KG", "acme"],
    ["Acme S.A.", "acme"],
    ["Acme Limited Edition", "acme limited edition"],
    ["The Company Ltd", "the"],
    ["Limited", "limited"],
  ])("%s as %s", (typed, read) => expect(companyLikeness(typed)).toBe(read));
});

test("name and company are read together, and neither alone", () => {
  const jill = { name: "Jill Berry", email: "jill@acme.com", company: "Acme Inc" };
  expect(nameAndCompany(jill)).toBe("jill berry\nacme");
  expect(nameAndCompany({ ...jill, company: " " })).toBe("");
  expect(nameAndCompany({ ...jill, name: "jill@acme.com" })).toBe("");
});
