import { expect, test } from "vitest";
import { isSalesforceId } from "#lib/properties/salesforce-id.ts";
import { standardProperty } from "#lib/properties/registry.ts";
import { readValue, valueRefused } from "#lib/properties/value.ts";

test.each(["001000000000000", "001A0000006Vm9r", "001A0000006Vm9rIAC", "001000000000000AAA"])(
  "%s can be an id of Salesforce",
  (id) => {
    expect(isSalesforceId(id)).toBe(true);
  },
);

test.each(["", "001A0000006Vm9", "001A0000006Vm9rIAD", "001A0000006Vm9riac", "001A0000006Vm9r/..", "ä01A0000006Vm9r"])(
  "%s cannot",
  (id) => {
    expect(isSalesforceId(id)).toBe(false);
  },
);

test("the property takes nothing else, and says how to mend it", () => {
  const property = standardProperty("salesforce_id");
  if (property === undefined) throw new Error("no such property");
  expect(readValue(property, "001A0000006Vm9rIAC").ok).toBe(true);
  expect(readValue(property, "")).toEqual({ ok: true, value: "" });
  expect(readValue(property, "Acme Inc.")).toEqual({ ok: false, no: "not-a-salesforce-id" });
  expect(valueRefused(property.label, "not-a-salesforce-id", property)).toBe(
    "Salesforce ID is not an id of Salesforce: copy the 15 or 18 letters and digits from its address",
  );
});
