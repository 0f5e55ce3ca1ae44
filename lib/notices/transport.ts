import { isLoopback } from "#lib/portals/origin.ts";

/**
 * How a mail server is spoken to, from an address such as `smtps://name:password@host:465`. Encrypted always, but for a server
 * on this computer: `smtps:` begins with TLS, `smtp:` must offer STARTTLS.
 */
export function transportOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const usual = secure ? 465 : 587;
  return {
    host: hostname.replaceAll(/[[\]]/g, ""),
    port: port === "" ? usual : Number(port),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    ...(username === "" ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}
