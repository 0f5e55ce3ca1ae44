import { type DomainReading, readDomain } from "#lib/sales/domain.ts";
import { plainText } from "#lib/sales/plain-text.ts";

/** What is looked for: keys that begin with `prefix`. `key` is the domain itself where a whole website was typed. */
export type SearchTerm = { prefix: string; key: string | null };

const longestKey = 253;

/** Reads what was typed as a website, as an address with one safe repair, or as the beginning of a domain. */
export function searchTerm(typed: string): SearchTerm {
  const domain = repaired(readDomain(typed));
  if (domain.ok) return { prefix: domain.key, key: domain.key };
  const [host = ""] = typed
    .trim()
    .toLowerCase()
    .replace(/^(https?:)?\/\//, "")
    .replace(/^www\./, "")
    .split(/[/?#:]/);
  return { prefix: plainText(host, longestKey), key: null };
}

function repaired(reading: DomainReading): DomainReading {
  if (reading.ok || reading.suggest?.length !== 1) return reading;
  return readDomain(reading.suggest[0] ?? "");
}
