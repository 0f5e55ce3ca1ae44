import type { EventKind } from "#lib/sales/event-kind.ts";

/** What a contact shows; the four properties follow from it. */
export type View = "blank" | "registered" | "unavailable" | "invalid";
/** Whether a contact has asked, and how. */
export type Asking = "nothing" | "automatic" | "manual";
/** Who has a domain. `ended` is released, revoked, transferred away, or a pursuit given up. */
export type Ownership = "free" | "held" | "pursued" | "expired" | "ended";

/** From any of these to that one. */
type Moves<State> = readonly (readonly [from: readonly State[], to: State])[];

/** `by` is the function that looks. */
type Guard = { says: string; by?: string };

export type MachineEvent = {
  id: string;
  name: string;
  guards: readonly Guard[];
  effects: readonly string[];
  /** What the log tells of it: all of them of the request, the last one of status and domain. */
  records: readonly EventKind[];
  view?: Moves<View>;
  asking?: Moves<Asking>;
  ownership?: Moves<Ownership>;
};

export type States = { view: View; asking: Asking; ownership: Ownership };

export const anyView = ["blank", "registered", "unavailable", "invalid"] as const;
export const anyAsking = ["nothing", "automatic", "manual"] as const;
export const asked = ["automatic", "manual"] as const;
export const shown = ["registered", "unavailable", "invalid"] as const;

export const valid = { says: "every rule passes on the contact as it is now", by: "shortfallsOf" };
export const inTurn = { says: "no lower receipt of the domain is open", by: "nextRequests" };
export const reason = { says: "a reason is given" };
export const served = [[asked, "nothing"]] as const;
