const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * True when a browser says that the request comes from one of our own pages. Who says nothing is not us: Next.js runs a
 * server action that comes without Origin. `configured` is DIBS_ORIGIN; without it the Host header is our name.
 */
export function isFromOurselves(headers: Headers, configured: string | undefined): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  if (site !== null && site !== "same-origin") return false;
  return origin === null || isOurs(origin, headers.get("host"), configured);
}

/** X-Forwarded-Host is not asked: a stranger can write it. */
function isOurs(origin: string, host: string | null, configured: string | undefined): boolean {
  const spoken = URL.parse(origin);
  if (spoken === null) return false;
  if (configured !== undefined) return spoken.origin === URL.parse(configured)?.origin;
  return spoken.host === host?.toLowerCase();
}

/** The last entry is what the nearest proxy, or Next.js itself, saw; what stands before it a stranger may have written. */
export function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
}

const hidden = /[\s\p{Cc}\\]/u;

/** The path to go back to, when it is one of ours; `undefined` for anything that could lead elsewhere. */
export function ownPath(asked: unknown): string | undefined {
  if (typeof asked !== "string" || !asked.startsWith("/") || asked.startsWith("//") || hidden.test(asked))
    return undefined;
  const here = "http://here.invalid";
  const read = URL.parse(asked, here);
  // Dots are resolved only now, and may have laid bare a second slash.
  if (read === null || read.origin !== here || read.pathname.startsWith("//")) return undefined;
  return `${read.pathname}${read.search}`;
}
