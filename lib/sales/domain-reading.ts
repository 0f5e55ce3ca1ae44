/** What a typed website turned out to be. `key` and `host` are A-labels, `display` is the key as people write it. */
export type DomainReading =
  | { ok: true; key: string; display: string; host: string; warnings: DomainWarning[]; suffix: string }
  | Refused;

export type Refused = { ok: false; no: DomainRefusal; suggest?: string[] };

/** The sub-codes of rule R7, in the order in which they are looked for; "website.empty" is rule R3. */
export type DomainRefusal =
  | "website.empty"
  | "website.placeholder"
  | "website.is_email"
  | "website.multiple"
  | "website.whitespace"
  | "website.comma_for_dot"
  | "website.scheme_typo"
  | "website.scheme"
  | "website.userinfo"
  | "website.profile_url"
  | "website.ip"
  | "website.unparsable"
  | "domain.empty_label"
  | "domain.length"
  | "domain.single_label"
  | "domain.unknown_suffix"
  | "domain.is_public_suffix"
  | "domain.label_chars";

export type DomainWarning = "platform-hosted" | "subdomain-folded" | "mixed-script" | "port-ignored";

/** `suggest` holds whole repaired websites; it is left out when there is nothing safe to offer. */
export function refuse(no: DomainRefusal, suggest: string[] = []): Refused {
  return suggest.length > 0 ? { ok: false, no, suggest } : { ok: false, no };
}

/** What may be offered in place of a mistyped website: its domain, or what its own refusal offers. */
export function repairsFrom(reading: DomainReading): string[] {
  return reading.ok ? [reading.display] : (reading.suggest ?? []);
}
