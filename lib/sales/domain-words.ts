import type { DomainRefusal, DomainWarning } from "#lib/sales/domain-reading.ts";
import type { NotPursuedReason } from "#lib/sales/not-pursued.ts";

/** What is wrong with the website, and how to mend it. */
export function refusalInWords(no: DomainRefusal): string {
  return refusals[no];
}

/** What was understood beyond the plain domain; nothing needs mending. */
export function warningInWords(warning: DomainWarning): string {
  return warnings[warning];
}

export function notPursuedInWords(why: NotPursuedReason): string {
  return notPursued[why];
}

const refusals: Readonly<Record<DomainRefusal, string>> = {
  "website.empty": "Website is empty. Enter the company's domain, such as acme.com.",
  "website.placeholder": "This says that there is no website yet. Enter the company's domain, such as acme.com.",
  "website.is_email": "This is an e-mail address. Enter the company's website, often the part after the @.",
  "website.multiple": "There is more than one website here. Keep the one that you want to register.",
  "website.whitespace": "There is a blank in the middle. Enter one website without blanks, such as acme.com.",
  "website.comma_for_dot": "There is a comma where a dot should be. Write acme.com, not acme,com.",
  "website.scheme_typo": "The beginning is mistyped. Start with https:// or leave it out: acme.com is enough.",
  "website.scheme":
    "Only websites count, and they start with http:// or https://. Enter the domain alone, such as acme.com.",
  "website.userinfo": "There is a user name or password before the @. Remove it, and keep only the website after it.",
  "website.profile_url": "This is a page on a site that many companies share. Enter the company's own website instead.",
  "website.ip": "This is an IP address, the number of a computer. Enter the name of the website, such as acme.com.",
  "website.unparsable": "This cannot be read as a website. Enter the domain alone, such as acme.com.",
  "domain.empty_label": "There is nothing between two dots, or a dot too many at an end. Write it like acme.com.",
  "domain.length": "This is too long: a part between dots has at most 63 characters, the whole 253. Check for a slip.",
  "domain.single_label": "The ending is missing. Write the whole domain, such as acme.com.",
  "domain.unknown_suffix": "Nobody can own a website with this ending. Check what stands after the last dot.",
  "domain.is_public_suffix":
    "This is only an ending that many share. Put the company's name before it, as in acme.co.uk.",
  "domain.label_chars":
    "A domain has letters, digits and hyphens, and no hyphen at either end of a part. Remove the other characters.",
};

const warnings: Readonly<Record<DomainWarning, string>> = {
  "platform-hosted": "This website lives on a shared platform. If the company has a domain of its own, use that.",
  "subdomain-folded": "The subdomain belongs to this domain, so the whole domain is registered.",
  "port-ignored": "The port after the colon was left out.",
  "mixed-script":
    "The name has letters that look like others. It may be taken for another company's, so it is reviewed.",
};

const notPursued: Readonly<Record<NotPursuedReason, string>> = {
  "own-domain": "This is the vendor's own domain.",
  competitor: "This domain belongs to a competitor of the vendor.",
  "free-mail": "This is a free e-mail service. Enter the company's own website.",
  "disposable-mail": "This is a service for throwaway e-mail. Enter the company's own website.",
  reserved: "This domain is kept for examples and tests. Enter the company's own website.",
};
