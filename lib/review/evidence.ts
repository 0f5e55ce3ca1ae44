import type { Values } from "#lib/contacts/contact.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { isThrowawayMail } from "#lib/sales/free-mail.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

export type Domain = { key: string; display: string };
export type WhyNotPursued = (key: string) => NotPursuedReason | null;

/** The company's domain as the e-mail has it; free and throwaway mail says nothing of a company. */
export function emailDomain(values: Values): Domain | null {
  const email = values["email"] ?? "";
  const reading = readDomain(email.slice(email.lastIndexOf("@") + 1));
  if (!email.includes("@") || !reading.ok || isThrowawayMail(reading.key)) return null;
  return { key: reading.key, display: reading.display };
}

/** What may be offered in place of a website that cannot be read, each with its key. */
export function websiteRepairs(website: string): Domain[] {
  const reading = readDomain(website);
  if (reading.ok) return [];
  return (reading.suggest ?? []).flatMap((suggested) => {
    const repaired = readDomain(suggested);
    return repaired.ok ? [{ key: repaired.key, display: suggested }] : [];
  });
}

/** The domain that the contact belongs to: the website's where that can be registered, else the e-mail's, else a repair's. */
export function domainOf(values: Values, whyNotPursued: WhyNotPursued): Domain | null {
  const website = readDomain(values["website"] ?? "");
  if (website.ok && whyNotPursued(website.key) === null) return { key: website.key, display: website.display };
  return emailDomain(values) ?? websiteRepairs(values["website"] ?? "")[0] ?? null;
}

/** Every domain that a suggestion could name: whether they are pursued is asked before anything is offered. */
export function candidateKeys(values: Values): string[] {
  const website = readDomain(values["website"] ?? "");
  const all = [emailDomain(values), ...websiteRepairs(values["website"] ?? "")];
  return [...(website.ok ? [website.key] : []), ...all.flatMap((domain) => domain?.key ?? [])];
}
