/** What a store calls a fault: "SQLITE_BUSY", or PostgreSQL's five letters and figures; '' for any other. */
export function codeOf(fault: unknown): string {
  const cause: unknown = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  const code: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, "code") : undefined;
  return typeof code === "string" ? code : "";
}
