import { renewalWindowDays, type PolicySettings } from "#lib/registration/policy.ts";
import { count } from "#lib/words.ts";

const renewals: Readonly<Record<PolicySettings["renew"], string>> = {
  always: "Always, by a request by hand",
  window: `Only in the last ${renewalWindowDays} days`,
  never: "Never",
};

/** The settings as names and values, in the order of the form. */
export function policyInWords(settings: PolicySettings): { name: string; value: string }[] {
  const { termYears, renew, automatic, capacity, capacities, coolDownDays, vendor } = settings;
  const own = Object.entries(capacities).map(([hubId, most]) => `Hub ID ${hubId}: ${count(most, "domain")}`);
  return [
    { name: "Term", value: count(termYears, "year") },
    { name: "Renewal", value: renewals[renew] },
    { name: "Automatic registration", value: automatic ? "On" : "Off" },
    { name: "Capacity of a portal", value: capacity === null ? "No limit" : count(capacity, "domain") },
    ...(own.length === 0 ? [] : [{ name: "Capacity of single portals", value: own.join(", ") }]),
    { name: "Cool-down", value: coolDownDays === 0 ? "None" : count(coolDownDays, "day") },
    { name: "Vendor's name", value: vendor },
  ];
}

/** What differs between two versions, in words; the newer value of each. */
export function changesInWords(before: PolicySettings | undefined, after: PolicySettings): string {
  const were = new Map(before === undefined ? [] : policyInWords(before).map(({ name, value }) => [name, value]));
  const changed = policyInWords(after).filter(({ name, value }) => were.get(name) !== value);
  const gone = policyInWords(before ?? after).filter(
    ({ name }) => !policyInWords(after).some((each) => each.name === name),
  );
  return [
    ...changed.map(({ name, value }) => `${name}: ${value}`),
    ...gone.map(({ name }) => `${name}: none any more`),
  ].join("; ");
}
