import fc from "fast-check";
import { expect, test } from "vitest";
import { readAddress, spellAddress } from "#lib/contacts/address.ts";
import { checkedConditions } from "#lib/contacts/checked-conditions.ts";
import { type Condition, readConditions, spellConditions } from "#lib/contacts/conditions.ts";
import { fieldsOf } from "#lib/lists/fields.ts";
import { standardSet } from "#lib/properties/property-set.ts";

const fields = fieldsOf(standardSet);

test("a condition stands in the address as one reads it", () => {
  const conditions = [
    { field: "lifecyclestage", is: "is", values: ["lead"] },
    { field: "city", is: "is", values: ["New York", "Paris"] },
    { field: "phone", is: "known", values: [] },
  ];
  const address = { filter: { conditions }, sort: { by: "created", direction: "desc" }, place: null } as const;
  expect(spellAddress(address)).toBe("f=lifecyclestage:is:lead+city:is:New~York:Paris+phone:known");
});

test("whatever is asked comes back from an address as it was, and two addresses of one filter are one", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 }).map((each) => each.replaceAll("\0", "").toWellFormed());
  const some = text.filter((each) => each !== "");
  const condition: fc.Arbitrary<Condition> = fc.record({
    field: some,
    is: some,
    values: fc.array(some, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), (conditions) => {
      const spelled = spellAddress({ filter: { conditions }, sort: { by: "created", direction: "desc" }, place: null });
      const parameters = new URLSearchParams(spelled);
      expect(readAddress((name) => parameters.get(name)).filter.conditions).toEqual(conditions);
    }),
  );
});

test("conditions that stand in an address twice are both of the filter", () => {
  expect(readConditions("city:is:Berlin company:known")).toEqual([
    { field: "city", is: "is", values: ["Berlin"] },
    { field: "company", is: "known", values: [] },
  ]);
});

test.each([
  ["shoe_size:is:38", "There is no property “shoe_size”: take this line out."],
  ["city:resembles:Berlin", "City: nothing is asked by the word “resembles”. Take this line out."],
  ["city:above:5", "City: City cannot be asked that: choose another."],
  ["numberofemployees:is:many", "Number of Employees: Enter a number."],
  ["city:is", "City: Enter a value."],
  ["%zz", "There is no property “%zz”: take this line out."],
])("%s is refused in words, and stays in the address", (spelled, told) => {
  const conditions = readConditions(spelled);
  expect(checkedConditions(conditions, fields)).toEqual({ clauses: [], faults: [told] });
  expect(readConditions(spellConditions(conditions))).toEqual(conditions);
});

test("more than twenty lines make no filter", () => {
  const many = Array.from({ length: 25 }, () => "city:known").join(" ");
  expect(checkedConditions(readConditions(many), fields).faults).toEqual([
    "A filter has 20 lines at most: take some out.",
  ]);
});
