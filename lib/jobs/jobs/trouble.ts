import { log } from "#lib/log.ts";

/** The worker itself could not do something, and will try again; codes only, as in every log line. */
export function troubled(doing: string, fault: unknown): void {
  const code: unknown = fault instanceof Error ? Reflect.get(fault, "code") : undefined;
  log.error({ doing, code, error: fault instanceof Error ? fault.name : typeof fault }, "job worker in trouble");
}
