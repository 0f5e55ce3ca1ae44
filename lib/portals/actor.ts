export type Role = "partner" | "admin" | "channel-manager";

/** Who acts, and for which portal: the second argument of every door. `portalId` is the Hub ID. */
export type Actor = {
  personId: string;
  name: string;
  email: string;
  role: Role;
  portalId: number;
  portalName: string;
  /** IANA zone in which the portal reads its times. */
  timeZone: string;
};

const roles: readonly Role[] = ["partner", "admin", "channel-manager"];

/** The role spelled so; `undefined` for a word that is none. */
export function roleNamed(word: string): Role | undefined {
  return roles.find((role) => role === word);
}

export function isChannelManager(actor: Actor): boolean {
  return actor.role === "channel-manager";
}
