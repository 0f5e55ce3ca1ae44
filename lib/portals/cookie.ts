import { isLoopback } from "#lib/portals/origin.ts";

export type Cookie = {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; secure: boolean; path: "/"; maxAge: number };
};

const plain = "dibs";

/**
 * The session's cookie for a request to `host`. `__Host-` and Secure everywhere but on this computer over http, where a
 * browser would not keep such a cookie. `configured` is DIBS_ORIGIN.
 */
export function sessionCookie(host: string | null, configured: string | undefined): Cookie {
  const secure = configured === undefined ? !isLoopback(host ?? "") : configured.startsWith("https:");
  const name = secure ? `__Host-${plain}` : plain;
  return { name, options: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: 12 * 60 * 60 } };
}

/** What the Cookie header carries under `name`, decoded; `undefined` when it carries nothing readable. */
export function cookieValue(header: string | null, name: string): string | undefined {
  if (header === null) return undefined;
  const found = header.split(";").find((each) => each.trimStart().startsWith(`${name}=`));
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found.trim().slice(name.length + 1));
  } catch {
    return undefined;
  }
}
