import { parse } from "tldts";

import { type DomainReading, type DomainRefusal, type DomainWarning, refuse } from "#lib/sales/domain-reading.ts";
import { mixesScripts } from "#lib/sales/domain-scripts.ts";
import { decodePunycode } from "#lib/sales/punycode.ts";

/** Reads a host name as the URL standard hands it out (lower case, A-labels) down to the domain that is owned. */
export function readHost(hostname: string): DomainReading {
  const host = hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
  const shape = faultOfShape(host);
  if (shape !== null) return refuse(shape);
  const asWritten = unicodeOf(host);
  if (asWritten === null) return refuse("website.unparsable");
  if (!host.includes(".")) return refuse("domain.single_label");

  const { domain: key, publicSuffix: suffix, subdomain, isIcann, isPrivate } = parse(host, suffixListOptions);
  if (suffix === null || !(isIcann || isPrivate) || outsideTheWeb.test(suffix)) return refuse("domain.unknown_suffix");
  if (key === null) return refuse("domain.is_public_suffix");

  const labels = asWritten.split(".");
  const owned = labels.splice(-key.split(".").length);
  // Underscores name services, such as _dmarc, so they are welcome below the owned domain only.
  const below = labels.map((label) => label.replaceAll("_", "0"));
  if (![...below, ...owned].every(isLabel)) return refuse("domain.label_chars");

  const display = owned.join(".");
  const warnings: DomainWarning[] = [];
  if (isPrivate) warnings.push("platform-hosted");
  if (subdomain && !usualSubdomain.test(subdomain)) warnings.push("subdomain-folded");
  if (display !== key && mixesScripts(owned, suffix)) warnings.push("mixed-script");
  return { ok: true, key, display, host, warnings, suffix };
}

const suffixListOptions = {
  allowPrivateDomains: true,
  extractHostname: false,
  detectIp: false,
  validateHostname: false,
};
// In the list, but nobody can own a website there.
const outsideTheWeb = /(?:^|\.)(?:arpa|onion)$/;
const usualSubdomain = /^www\d*$/;

function faultOfShape(host: string): DomainRefusal | null {
  const labels = host.split(".");
  if (labels.includes("")) return "domain.empty_label";
  return host.length > 253 || labels.some((label) => label.length > 63) ? "domain.length" : null;
}

/** The host in U-labels; null when a label claims to be punycode and is not what UTS-46 would have made. */
function unicodeOf(host: string): string | null {
  if (!host.includes("xn--")) return host;
  const labels = host.split(".").map((label) => (label.startsWith("xn--") ? decodePunycode(label.slice(4)) : label));
  if (labels.includes(null)) return null;
  const asWritten = labels.join(".");
  // NFC too, because the URL standard's tables may be of another Unicode version than those of the text.
  const faithful = asWritten === asWritten.normalize("NFC") && URL.parse(`http://${asWritten}`)?.hostname === host;
  return faithful ? asWritten : null;
}

// `??--` is kept for encodings such as punycode. Pictures are sold under some suffixes, so they may stay.
const asciiLabel = /^(?!-)(?!..--)[a-z\d-]+(?<!-)$/;
const writtenLabel = /^(?!-)(?!..--)(?:[\p{L}\p{M}\p{N}\p{So}\p{Emoji_Modifier}·・׳״͵-]|\u200C|\u200D)+(?<!-)$/u;

function isLabel(label: string): boolean {
  return asciiLabel.test(label) || (!ascii.test(label) && writtenLabel.test(label));
}

const ascii = /^[ -~]+$/;
