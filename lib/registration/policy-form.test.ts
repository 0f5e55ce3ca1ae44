import { expect, test } from "vitest";
import { defaultPolicy } from "#lib/registration/policy.ts";
import { fieldsTyped, type PolicyField, readPolicy } from "#lib/registration/policy-form.ts";
import { changesInWords } from "#lib/registration/policy-words.ts";

const { version: _, ...inForce } = defaultPolicy;
const typing = (typed: Partial<Record<PolicyField, string>>) => (field: PolicyField) => typed[field];

test("an address that says nothing means what is in force", () => {
  expect(readPolicy(typing({}), inForce)).toEqual({ ok: true, settings: inForce });
});

test("every field is read, and spelled again as it was", () => {
  const typed = {
    termYears: "2",
    renew: "window",
    automatic: "off",
    capacity: "10",
    capacities: "152363: 200\n260118: 0",
    coolDownDays: "30",
    vendor: "Zendesk",
  };
  const read = readPolicy(typing(typed), inForce);
  const capacities = { "152363": 200, "260118": 0 };
  const settings = { termYears: 2, renew: "window", automatic: false, capacity: 10, capacities, coolDownDays: 30 };
  expect(read).toEqual({ ok: true, settings: { ...inForce, ...settings, vendor: "Zendesk" } });
  expect(read.ok && fieldsTyped(typing({}), read.settings)).toEqual(typed);
  expect(read.ok && changesInWords(inForce, read.settings)).toBe(
    "Term: 2 years; Renewal: Only in the last 60 days; Automatic registration: Off; Capacity of a portal: 10 domains; " +
      "Capacity of single portals: Hub ID 152363: 200 domains, Hub ID 260118: 0 domains; Cool-down: 30 days; " +
      "Vendor's name: Zendesk",
  );
});

test.each<[PolicyField, string]>([
  ["termYears", "0"],
  ["termYears", "11"],
  ["termYears", "soon"],
  ["renew", "sometimes"],
  ["automatic", ""],
  ["capacity", "-1"],
  ["capacities", "152363"],
  ["coolDownDays", "1.5"],
  ["vendor", "<b>"],
  ["vendor", ""],
])("%s cannot be %j", (field, value) => {
  expect(readPolicy(typing({ [field]: value }), inForce)).toEqual({ ok: false, faults: new Set([field]) });
});
