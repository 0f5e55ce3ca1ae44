/** A contact's public URL as its record shows it. `endsAt` and `viewedAt` are instants (ms since 1970). */
export type PublicLink = {
  path: string;
  who: string;
  createdAt: number;
  endsAt: number | null;
  views: number;
  viewedAt: number | null;
};

/** For how many days a public URL may be made; 0 for one without an end. */
export const linkDays = [7, 30, 90, 365, 0] as const;

/** "4711-…": the row and the seal over it. */
export function tokenOf(id: number, seal: string): string {
  return `${id}-${seal}`;
}

/** Null for what cannot be one of ours. */
export function readToken(token: string): { id: number; seal: string } | null {
  const [, id, seal] = /^([1-9]\d{0,14})-([\w-]{43})$/.exec(token) ?? [];
  return id === undefined || seal === undefined ? null : { id: Number(id), seal };
}

export function isLive({ endsAt }: Pick<PublicLink, "endsAt">, now: number): boolean {
  return endsAt === null || endsAt > now;
}
