import { readDomain } from "#lib/sales/domain.ts";
import { isThrowawayMail } from "#lib/sales/free-mail.ts";

/** The domain at which somebody has their mail; '' where anybody can have it, or where it is none. */
export function domainOfEmail(email: string): string {
  return companyAt(email.slice(email.lastIndexOf("@") + 1));
}

/** The domain of a host that a visitor came from; '' for one of the form's own websites. */
export function domainOfReferrer(host: string, origins: readonly string[]): string {
  const key = companyAt(host);
  const own = origins.map((origin) => companyAt(URL.parse(origin)?.hostname ?? ""));
  return own.includes(key) ? "" : key;
}

/** The host of an address, as it came with a request; '' where there is none. */
export function hostOf(address: string | null): string {
  return (URL.parse(address ?? "")?.hostname ?? "").slice(0, 253);
}

/** The host that a visitor came from; '' where it is our own. */
export function hostBefore({ referer, host }: { referer: string | null; host: string | null }): string {
  return URL.parse(referer ?? "")?.host === host?.toLowerCase() ? "" : hostOf(referer);
}

function companyAt(host: string): string {
  const read = readDomain(host);
  return read.ok && !isThrowawayMail(read.key) ? read.key : "";
}
