import type { Values } from "#lib/contacts/contact.ts";
import { type Domain, emailDomain, websiteRepairs, type WhyNotPursued } from "#lib/review/evidence.ts";
import { nameInEmail } from "#lib/review/names-in-email.ts";
import type { Finding } from "#lib/registration/rules.ts";
import { count } from "#lib/words.ts";

/** A value that could mend a field, and where it was seen: nothing is offered that stands nowhere. */
export type Suggestion = { value: string; because: string };

type Evidence = {
  values: Values;
  /** The companies of the other contacts at the same domain. */
  companies: readonly string[];
  whyNotPursued: WhyNotPursued;
};

/** What could mend a failed rule; null where nobody can know. A missing conversion has no value that could be typed. */
export function suggestionFor({ rule }: Pick<Finding, "rule">, evidence: Evidence): Suggestion | null {
  switch (rule) {
    case "R1":
      return nameFrom("firstname", evidence.values);
    case "R2":
      return nameFrom("lastname", evidence.values);
    case "R4":
      return emailFrom(evidence.values);
    case "R5":
      return companyFrom(evidence.companies);
    case "R3":
    case "R7":
    case "R8":
      return websiteFrom(evidence);
    case "R6":
      return null;
  }
}

function nameFrom(missing: "firstname" | "lastname", values: Values): Suggestion | null {
  const email = values["email"] ?? "";
  const known = { firstname: values["firstname"] ?? "", lastname: values["lastname"] ?? "" };
  const value = nameInEmail(missing, email, known);
  return value === "" ? null : { value, because: `The e-mail is ${email}.` };
}

const anEmail = /^(?:mailto:)?([^\s@:/\\?#,;|<>]+@[^\s@:/\\?#,;|<>]+\.[^\s@:/\\?#,;|<>]+)$/iu;

function emailFrom(values: Values): Suggestion | null {
  const value = anEmail.exec((values["website"] ?? "").trim())?.[1];
  return value === undefined ? null : { value, because: "It stands in the field Website." };
}

/** What the spelling meant, if that is one domain; else the domain of the company's e-mail. Never one that is not pursued. */
function websiteFrom({ values, whyNotPursued }: Evidence): Suggestion | null {
  const website = values["website"] ?? "";
  const wanted = ({ key }: Domain) => whyNotPursued(key) === null;
  const repairs = websiteRepairs(website).filter(wanted);
  const mail = emailDomain(values);
  const ofCompany = mail !== null && wanted(mail) ? mail : null;

  const [repaired] = repairs;
  if (repaired !== undefined && repairs.length === 1) return { value: repaired.display, because: meant(website) };
  const confirmed = repairs.find(({ key }) => key === ofCompany?.key);
  if (confirmed !== undefined)
    return { value: confirmed.display, because: "It is the one of them that the e-mail has too." };
  if (ofCompany === null || repairs.length > 1) return null;
  return { value: ofCompany.display, because: `The e-mail is ${values["email"] ?? ""}.` };
}

function meant(website: string): string {
  return `“${website}” reads so without its slip.`;
}

/** What most of the others at the domain have; null on a draw. */
function companyFrom(companies: readonly string[]): Suggestion | null {
  const named = companies.filter((company) => company.trim() !== "");
  const votes = [...Map.groupBy(named, (company) => company)]
    .map(([value, { length }]) => ({ value, length }))
    .toSorted((one, other) => other.length - one.length);
  const [most, next] = votes;
  if (most === undefined || most.length === next?.length) return null;
  const others = `${count(named.length, "other contact")} at the domain`;
  return {
    value: most.value,
    because: most.length === named.length ? `So says ${others}.` : `So say ${most.length} of ${others}.`,
  };
}
