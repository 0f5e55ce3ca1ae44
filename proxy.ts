import { type NextRequest, NextResponse } from "next/server";
import { db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { readPublicId } from "#lib/forms/public-id.ts";
import { reachOf } from "#lib/forms/queries/visited.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";

/**
 * Gives each page its policy with a fresh nonce, and tells it its own path. It is never the guard: who may see what is asked
 * where the data is read, and every action asks again where it comes from.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  // Next.js refuses a foreign Origin too, but with a 500.
  if (request.method === "POST" && !isFromOurselves(request.headers, env.DIBS_ORIGIN)) {
    return new NextResponse("This request does not come from a page of Dibs.", { status: 403 });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = policyWith(nonce, await reachFor(request.nextUrl));

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  // Next.js reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Who may show a page in a frame, and where its forms may lead. */
type Reach = { frame: string; forms: string };

const nowhereElse: Reach = { frame: "'none'", forms: "'self'" };

/** A hosted form may stand on other websites; every other page on none. */
async function reachFor({ pathname, searchParams }: URL): Promise<Reach> {
  const publicId = readPublicId(/^\/f\/([^/]+)$/.exec(pathname)?.[1]);
  const found = publicId === "" ? undefined : await reachOf(db, publicId);
  if (found === undefined) return nowhereElse;
  const onward = URL.parse(found.redirect)?.origin;
  return {
    frame: searchParams.get("embed") === "1" ? found.origins.join(" ") || "*" : "'none'",
    // A browser without JavaScript is led on by the answer to the form itself.
    forms: onward === undefined ? "'self'" : `'self' ${onward}`,
  };
}

function policyWith(nonce: string, { frame, forms }: Reach): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms}`,
    `frame-ancestors ${frame}`,
  ].join("; ");
}

// A matched route has its body cut at 10 MB without a word: nothing under /api may be matched, imports least of all.
export const config = { matcher: ["/((?!api/|_next/static/|favicon.ico$|icon.svg$).*)"] };
