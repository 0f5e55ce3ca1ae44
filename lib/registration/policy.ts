/** The program's settings for registration; the defaults are the seed's literal behaviour. */
export type Policy = {
  version: number;
  termYears: number;
  /** IANA zone of the registry date. */
  zone: string;
  renew: "always" | "window" | "never";
  automatic: boolean;
  /** Most active registrations a portal may hold, null for no end (rule A2). */
  capacity: number | null;
  /** Days a portal waits before it may ask again for what it gave up (rule A3). */
  coolDownDays: number;
};

export const defaultPolicy: Policy = {
  version: 1,
  termYears: 1,
  zone: "UTC",
  renew: "always",
  automatic: true,
  capacity: null,
  coolDownDays: 0,
};

/** Days before the end in which a manual request renews, where the policy says "window". */
export const renewalWindowDays = 60;
