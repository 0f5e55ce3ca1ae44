/** What the append-only record tells of. */
export type EventKind =
  | "requested"
  | "upgraded"
  | "withdrawn"
  | "superseded"
  | "decided"
  | "expired"
  | "pursuit-started"
  | "pursuit-refused"
  | "pursuit-ended"
  | "not-pursued"
  | "pursued-again"
  | "sync-paused"
  | "sync-resumed"
  | "accounts-loaded";
