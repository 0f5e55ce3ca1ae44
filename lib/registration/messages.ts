import type { Day } from "#lib/day.ts";

// The seed's page 2, verbatim: whole strings with their prefix, and only the Unavailable one ends with a full stop
// (decision D9). Page 2 spells the vendor "HubSpot"; the program's setting may name another (D12).

export function contactRegistered(vendor: string, on: Day): string {
  return `Contact Registered: This Contact was registered with ${vendor} on ${on}`;
}

export function contactUpdatedExisting(vendor: string, on: Day): string {
  return `Contact Updated Existing: This Contact was re-registered with ${vendor} on ${on}`;
}

export function contactUnavailable(vendor: string, on: Day): string {
  return `Contact Unavailable: This Contact was unavailable on ${on}: ${vendor} is actively pursuing this domain.`;
}

export const invalidContactData = "Invalid Contact Data: This Contact has invalid Contact data";

/** The whole string that stands on a contact after this outcome of its request. */
export function messageOf(outcome: string, vendor: string, on: Day): string {
  switch (outcome) {
    case "registered":
      return contactRegistered(vendor, on);
    case "re-registered":
      return contactUpdatedExisting(vendor, on);
    case "invalid-data":
      return invalidContactData;
    default:
      return contactUnavailable(vendor, on);
  }
}
