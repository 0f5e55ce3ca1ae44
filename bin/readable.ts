import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { type Refusal, refusal } from "#lib/api/answers.ts";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What is said to a request that Next.js could only answer with 500; nothing to all others. */
export function unreadable(request: Pick<IncomingMessage, "method" | "url" | "headers">) {
  if (!methods.has(request.method ?? "")) return wrongMethod();
  return isReadable(request) ? undefined : refusal("bad-address", randomUUID());
}

function wrongMethod(): { status: number; body: Refusal } {
  const message = "This method is not taken here.";
  return { status: 405, body: { code: "wrong-method", message, correlationId: randomUUID() } };
}

function isReadable({ url = "", headers }: Pick<IncomingMessage, "url" | "headers">): boolean {
  try {
    decodeURIComponent(new URL(url, "http://localhost").pathname);
    parseAndValidateFlightRouterState(headers["next-router-state-tree"]);
    return url.startsWith("/");
  } catch {
    return false;
  }
}
