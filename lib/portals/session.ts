const minuteMs = 60_000;
const idleMs = 60 * minuteMs;
const longestMs = 12 * 60 * minuteMs;
const renewAfterMs = 5 * minuteMs;

/** Instants in milliseconds. */
export type Session = { createdAt: number; updatedAt: number; expiresAt: number };

export function newSession(at: number): Session {
  return { createdAt: at, updatedAt: at, expiresAt: at + idleMs };
}

/** False after 60 idle minutes, and 12 hours after signing in whatever happened since. */
export function isAlive(session: Session, at: number): boolean {
  return at < session.expiresAt && at < session.createdAt + longestMs;
}

/** Written at most every five minutes, so that looking at a page costs no write. */
export function wantsRenewal(session: Session, at: number): boolean {
  return at >= session.updatedAt + renewAfterMs;
}

export function renewed(session: Session, at: number): Session {
  return { ...session, updatedAt: at, expiresAt: Math.min(at + idleMs, session.createdAt + longestMs) };
}
