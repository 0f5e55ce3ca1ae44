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
