import { z } from "zod";

/** The program's settings for registration; what is not set is the seed's literal behaviour. */
export const PolicySettings = z.object({
  termYears: z.number().int().positive().max(10).default(1),
  /** IANA zone of the registry date. */
  zone: z.string().default("UTC"),
  renew: z.enum(["always", "window", "never"]).default("always"),
  automatic: z.boolean().default(true),
  /** Most active registrations a portal may hold, null for no end (rule A2). */
  capacity: z.number().int().nonnegative().nullable().default(null),
  /** The same for single portals, by Hub ID: it stands in the place of the one for all. */
  capacities: z.record(z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative()).default({}),
  /** Days before a portal may ask again for a domain that it lost or gave up (rule A3). */
  coolDownDays: z.number().int().nonnegative().max(3650).default(0),
  /** Whose name stands in the messages and in the names of the lists (decision D12). */
  vendor: z.string().min(1).max(60).default("HubSpot"),
});
export type PolicySettings = z.infer<typeof PolicySettings>;

/** Settings as one of their versions; the newest is in force. */
export type Policy = PolicySettings & { version: number };

/** What the program starts with, until somebody changes it. */
export const defaultPolicy: Policy = { version: 1, ...PolicySettings.parse({}) };

/** Days before the end in which a manual request renews, where the policy says "window". */
export const renewalWindowDays = 60;

/** Most active registrations that this portal may hold; null for no end. */
export function capacityOf({ capacity, capacities }: PolicySettings, portalId: number): number | null {
  return capacities[String(portalId)] ?? capacity;
}
