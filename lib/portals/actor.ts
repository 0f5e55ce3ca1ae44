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

export function isChannelManager(actor: Actor): boolean {
  return actor.role === "channel-manager";
}
