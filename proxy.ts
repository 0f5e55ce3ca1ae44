import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";

/**
 * Gives each page its policy with a fresh nonce, and tells it its own path. It is never the guard: who may see what is asked
 * where the data is read, and every action asks again where it comes from.
 */
export function proxy(request: NextRequest): NextResponse {
  // Next.js refuses a foreign Origin too, but with a 500.
  if (request.method === "POST" && !isFromOurselves(request.headers, env.DIBS_ORIGIN)) {
    return new NextResponse("This request does not come from a page of Dibs.", { status: 403 });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = policyWith(nonce);

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next.js reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// A matched route has its body cut at 10 MB without a word: nothing under /api may be matched, imports least of all.
export const config = { matcher: ["/((?!api/|_next/static/|favicon.ico$|icon.svg$).*)"] };
