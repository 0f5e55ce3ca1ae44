import { z } from "zod";

/** The program's settings for registration; what is not set is the seed's literal behaviour. */
export const Policy = z.object({
  version: z.number().int().default(1),
  termYears: z.number().int().positive().default(1),
  /** IANA zone of the registry date. */
  zone: z.string().default("UTC"),
  renew: z.enum(["always", "window", "never"]).default("always"),
  automatic: z.boolean().default(true),
  /** Most active registrations a portal may hold, null for no end (rule A2). */
  capacity: z.number().int().nonnegative().nullable().default(null),
  /** Days before a portal may ask again for a domain that it lost or gave up (rule A3). */
  coolDownDays: z.number().int().nonnegative().default(0),
});
export type Policy = z.infer<typeof Policy>;

export const defaultPolicy: Policy = Policy.parse({});

/** Days before the end in which a manual request renews, where the policy says "window". */
export const renewalWindowDays = 60;
