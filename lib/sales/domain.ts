import { readAddress } from "#lib/sales/domain-address.ts";
import { type DomainReading, refuse } from "#lib/sales/domain-reading.ts";
import { readSlip } from "#lib/sales/domain-repairs.ts";
import { hasControls, tidied } from "#lib/sales/domain-text.ts";
import { isPlaceholder } from "#lib/sales/placeholders.ts";

export type { DomainReading, DomainRefusal } from "#lib/sales/domain-reading.ts";

/** Stored with every key, so that a change of the rules or of the list becomes a migration that is seen. */
export const domainRulesVersion = "1";
export const suffixListVersion = "tldts 7.5.3";

const longestWebsite = 2048;

/** Reads what the partner typed as the domain that would be owned. Never throws; the first failure is the answer. */
export function readDomain(typed: string): DomainReading {
  const text = tidied(typed);
  if (text === "") return refuse("website.empty");
  if (text.length > longestWebsite || hasControls(text)) return refuse("website.unparsable");
  if (isPlaceholder(text)) return refuse("website.placeholder");
  return readSlip(text) ?? readAddress(text);
}
