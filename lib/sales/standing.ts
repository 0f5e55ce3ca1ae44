import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

/** How a domain stands with the vendor. A domain may be held and not pursued at once: what runs, runs on (event E16). */
export type Standing = "pursued" | "held" | "not-pursued" | "free";

export type Holder = {
  /** The Hub ID; null is the vendor itself, a pursuit. */
  portalId: number | null;
  portalName: string;
  fromOn: string;
  /** The last day; '' for a pursuit. */
  expires: string;
  account: string;
  reason: string;
};

export type Exclusion = {
  why: NotPursuedReason;
  reason: string;
  /** Null for the lists that the program starts with: nobody put the domain there, and nobody takes it off. */
  put: { since: number; who: string } | null;
};

/** One domain of the sales database; `display` is the key as people write it. */
export type Domain = { key: string; display: string; holder: Holder | null; exclusion: Exclusion | null };

export function standingOf({ holder, exclusion }: Pick<Domain, "holder" | "exclusion">): Standing {
  if (holder !== null) return holder.portalId === null ? "pursued" : "held";
  return exclusion === null ? "free" : "not-pursued";
}

export const nameOfReason: Readonly<Record<NotPursuedReason, string>> = {
  "own-domain": "Own domain",
  competitor: "Competitor",
  "free-mail": "Free e-mail",
  "disposable-mail": "Throwaway e-mail",
  reserved: "Reserved",
};
