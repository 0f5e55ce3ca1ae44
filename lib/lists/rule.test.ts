import { describe, expect, test } from "vitest";
import { day } from "#lib/day.ts";
import { fieldsOf } from "#lib/lists/fields.ts";
import { holds, type Subject } from "#lib/lists/holds.ts";
import { questionOf } from "#lib/lists/question.ts";
import { readRule } from "#lib/lists/read-rule.ts";
import { type Clause, deepest, mostClauses, type Rule } from "#lib/lists/rule.ts";
import { propertySet, standardSet } from "#lib/properties/property-set.ts";

const choice = {
  group: "contact",
  hint: "",
  options: ["red", "green", "blue"].map((value) => ({ value, label: value })),
};
const own = [
  { ...choice, name: "colours", label: "Colours", type: "choices" as const, ownId: 1 },
  { group: "contact", hint: "", name: "met_on", label: "Met on", type: "date" as const, ownId: 2 },
  { group: "contact", hint: "", name: "seen_at", label: "Seen at", type: "date-time" as const, ownId: 3 },
  { group: "contact", hint: "", name: "vip", label: "VIP", type: "boolean" as const, ownId: 4 },
];
const fields = fieldsOf(propertySet(own, { groups: [], properties: [], starred: [] }));
const asOf = { today: day("2024-03-01"), timeZone: "America/New_York", partnerLists: new Map() };

const jillian: Subject = {
  folded: {
    firstname: "jillian",
    city: "new york",
    numberofemployees: "12.5",
    colours: "red;blue",
    met_on: "2024-02-29",
    seen_at: "2024-03-01t04:30z",
    vip: "true",
  },
  emailKey: "jillian@acme.com",
  companyKey: "acme ltd",
  lifecycleStage: "customer",
  domainKey: "acme.com",
  status: "REGISTERED",
  expires: "2024-12-31",
  openKind: null,
  openRequest: null,
  lapsedOn: "",
  conversions: 2,
  createdAt: Date.parse("2024-02-01T02:00:00Z"),
  lastConversionAt: null,
};

function isTrueOf(clause: Clause): boolean {
  const read = readRule({ join: "all", parts: [clause] }, fields);
  if (!read.ok) throw new Error(JSON.stringify(read.no));
  const beside = { lists: new Set([7]), forms: new Set(["Contact us"]) };
  return holds(questionOf(read.value, fields, asOf), jillian, beside);
}

const answersTo = (rule: Rule) =>
  holds(questionOf(rule, fields, asOf), jillian, { lists: new Set(), forms: new Set() });

describe("what a line of a rule says of Jillian", () => {
  test.each<[string, Clause["is"], string[], boolean]>([
    ["city", "is", ["NEW YORK"], true],
    ["city", "is", ["York", "New York"], true],
    ["city", "is", ["York"], false],
    ["city", "is-not", ["York"], true],
    ["city", "is-not", ["New York"], false],
    ["country", "is-not", ["France"], true],
    ["city", "contains", ["York"], true],
    ["city", "contains-not", ["York"], false],
    ["city", "begins", ["new"], true],
    ["city", "ends", ["new"], false],
    ["city", "ends", ["York"], true],
    ["city", "known", [], true],
    ["country", "known", [], false],
    ["country", "blank", [], true],
    ["email", "ends", ["@acme.com"], true],
    ["numberofemployees", "is", ["12.50"], true],
    ["numberofemployees", "is-not", ["12.5"], false],
    ["numberofemployees", "below", ["12.5"], false],
    ["numberofemployees", "at-most", ["12.5"], true],
    ["numberofemployees", "above", ["9"], true],
    ["numberofemployees", "at-least", ["100"], false],
    ["numberofemployees", "between", ["12.5", "20"], true],
    ["follower_count", "below", ["5"], false],
    ["conversion_events", "is", ["2"], true],
    ["lifecyclestage", "is", ["Customer"], true],
    ["lifecyclestage", "is-not", ["lead", "customer"], false],
    ["registration_status", "is", ["Registered"], true],
    ["registration_expiration_date", "next-days", ["305"], true],
    ["registration_expiration_date", "next-days", ["304"], false],
    ["registration_action", "blank", [], true],
    ["colours", "is", ["green", "blue"], true],
    ["colours", "is-not", ["green"], true],
    ["colours", "has-all", ["red", "blue"], true],
    ["colours", "has-all", ["red", "green"], false],
    ["met_on", "is", ["2024-02-29"], true],
    ["met_on", "before", ["2024-02-29"], false],
    ["met_on", "after", ["2024-02-28"], true],
    ["met_on", "between", ["2024-02-29", "2024-02-29"], true],
    ["met_on", "last-days", ["1"], true],
    ["met_on", "last-days", ["0"], false],
    ["met_on", "older-days", ["1"], false],
    ["met_on", "older-days", ["0"], true],
    // Half past four in London's night was still the day before in New York.
    ["seen_at", "is", ["2024-02-29"], true],
    ["seen_at", "after", ["2024-02-29"], false],
    ["created_on", "is", ["2024-01-31"], true],
    ["last_conversion_on", "blank", [], true],
    ["last_conversion_on", "before", ["2030-01-01"], false],
    ["vip", "is", ["yes"], true],
    ["vip", "is", ["no"], false],
    ["form", "is", ["Contact us"], true],
    ["form", "is", ["contact us"], false],
    ["form", "known", [], true],
  ])("%s %s %j: %s", (field, is, values, answer) => expect(isTrueOf({ field, is, values })).toBe(answer));

  test("a group is all or any of its lines, and an empty one is nothing to fail", () => {
    const yes: Clause = { field: "city", is: "known", values: [] };
    const no: Clause = { field: "city", is: "blank", values: [] };
    expect(answersTo({ join: "all", parts: [yes, no] })).toBe(false);
    expect(answersTo({ join: "any", parts: [yes, no] })).toBe(true);
    expect(answersTo({ join: "all", parts: [yes, { join: "any", parts: [no, yes] }] })).toBe(true);
    expect(answersTo({ join: "all", parts: [] })).toBe(true);
    expect(answersTo({ join: "any", parts: [] })).toBe(false);
  });
});

const refused = (rule: unknown) => {
  const read = readRule(rule, fieldsOf(standardSet));
  return read.ok ? "taken" : read.no.map(({ at, message }) => `${at}: ${message}`).join(" / ");
};

const line = (field: string, is: string, ...values: string[]) => ({ field, is, values });

const all = (...parts: unknown[]) => ({ join: "all", parts });

const nested = (depth: number): unknown => (depth === 0 ? all(line("city", "known")) : all(nested(depth - 1)));

describe("a rule that cannot be asked is refused, with the place and how to mend it", () => {
  test.each<[string, unknown, string]>([
    ["an unknown property", all(line("shoe_size", "known")), "0: There is no property “shoe_size”: choose another."],
    [
      "what objects have by birth",
      all(line("constructor", "known")),
      "0: There is no property “constructor”: choose another.",
    ],
    ["an operator of another type", all(line("city", "above", "3")), "0: City cannot be asked that: choose another."],
    ["an unknown operator", all(line("city", "matches", "(a+)+")), ": This rule cannot be read: begin a new one."],
    ["a missing value", all(line("city", "is")), "0: Enter a value."],
    ["half a span", all(line("numberofemployees", "between", "3")), "0: Enter both limits."],
    ["a number that is none", all(line("numberofemployees", "above", "many")), "0: Enter a number."],
    ["a day that is none", all(line("created_on", "is", "2024-02-30")), "0: Enter a date as YYYY-MM-DD."],
    ["days that are none", all(line("created_on", "last-days", "-1")), "0: Enter a whole number of days."],
    [
      "a stage that is none",
      all(line("lifecyclestage", "is", "friend")),
      "0: Lifecycle Stage has no option “friend”: choose another.",
    ],
    ["a list that is not there", all(line("list", "is", "99")), "0: Choose a list."],
    [
      "two faults, each in its place",
      all(line("a", "known"), all(line("b", "known"))),
      "0: There is no property “a”: choose another. / 1.0: There is no property “b”: choose another.",
    ],
    ["something else", "drop table contact", ": This rule cannot be read: begin a new one."],
    ["too deep", nested(deepest), `: Groups may be ${deepest} deep at most: take one out.`],
    [
      "too long",
      all(...Array.from({ length: 2 }, () => all(...Array.from({ length: 51 }, () => line("city", "known"))))),
      `: A rule has ${mostClauses} lines at most: take some out.`,
    ],
  ])("%s", (_, rule, sentence) => expect(refused(rule)).toBe(sentence));

  test("what is just deep enough is taken", () => expect(refused(nested(deepest - 1))).toBe("taken"));

  test("something nested without end is refused at once", () => {
    let rule: unknown = line("city", "known");
    for (let depth = 0; depth < 100_000; depth += 1) rule = all(rule);
    expect(refused(rule)).toContain("deep at most");
  });
});
