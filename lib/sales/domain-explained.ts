import { suffixListVersion } from "#lib/sales/domain.ts";
import type { DomainReading } from "#lib/sales/domain-reading.ts";
import { refusalInWords, warningInWords } from "#lib/sales/domain-words.ts";

/** One line of how what was typed became the domain that is owned. */
export type ExplainedLine = { part: string; value: string; why: string };

/** How a website was read, part by part; for one that cannot be read, what is wrong with it. */
export function explained(typed: string, reading: DomainReading): ExplainedLine[] {
  if (!reading.ok) return [{ part: "Typed", value: typed, why: refusalInWords(reading.no) }];
  const { host, key, display, suffix, warnings } = reading;
  const below = host.slice(0, Math.max(0, host.length - key.length - 1));
  const isPlatform = warnings.includes("platform-hosted");
  return [
    { part: "Typed", value: typed, why: host === typed.trim() ? "" : "Only the name of the website counts." },
    ...(below === "" ? [] : [{ part: "Left out", value: below, why: "What stands before the domain belongs to it." }]),
    {
      part: "Ending",
      value: suffix,
      why: `${isPlatform ? "A platform whose names many companies have" : "A public ending"}, Public Suffix List of ${suffixListVersion}.`,
    },
    ...(display === key
      ? []
      : [{ part: "In plain letters", value: key, why: "Domains are kept in ASCII (punycode)." }]),
    { part: "Domain", value: display, why: "This is what is registered, with everything below it." },
    ...warnings.map((warning) => ({ part: "Note", value: "", why: warningInWords(warning) })),
  ];
}
