import { readHost } from "#lib/sales/domain-host.ts";
import { type DomainReading, refuse, repairsFrom } from "#lib/sales/domain-reading.ts";
import { isOtherScheme, withoutMistypedScheme } from "#lib/sales/domain-scheme.ts";
import { isProfilePage } from "#lib/sales/shared-hosts.ts";

/** Reads one website, from its scheme to its key. */
export function readAddress(text: string): DomainReading {
  if (isBareIpv6(text)) return refuse("website.ip");
  const meant = withoutMistypedScheme(text);
  if (meant !== null) return refuse("website.scheme_typo", repairsFrom(readAddress(meant)));
  if (isOtherScheme(text)) return refuse("website.scheme");

  const [start, scheme] = addressStart.exec(text) ?? ["", ""];
  const rest = text.slice(start.length);
  if (userInformation.test(rest)) return refuse("website.userinfo");
  const url = URL.parse(`${scheme || "http:"}//${rest}`);
  if (url === null) return refuse(numbersOnly.test(rest) ? "website.ip" : "website.unparsable");
  if (isProfilePage(url)) return refuse("website.profile_url");
  if (ipAddress.test(url.hostname)) return refuse("website.ip");

  const reading = readHost(url.hostname);
  if (reading.ok && url.port !== "") reading.warnings.push("port-ignored");
  return reading;
}

const addressStart = /^(https?:)?[/\\]*/i;
const userInformation = /^[^/\\?#]*@/;
// The URL standard writes every IPv4, however spelled, as four decimal numbers.
const ipAddress = /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/;
// 999.1.1.1 is no address that a computer could have, but it is meant as one.
const numbersOnly = /^(?:0x[\da-f]*|\d+)(?:\.(?:0x[\da-f]*|\d+))*\.?(?=[:/\\?#]|$)/i;

function isBareIpv6(text: string): boolean {
  if (text.indexOf(":") === text.lastIndexOf(":")) return false;
  const [address = ""] = text.split("%", 1);
  return /^[\da-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]`);
}
