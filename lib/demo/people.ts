import { faker } from "@faker-js/faker/locale/en";
import type { Values } from "#lib/contacts/contact.ts";
import { type Company, plain } from "#lib/demo/companies.ts";
import type { Submission } from "#lib/demo/happening.ts";

/** What is known of a contact; the properties that a story changes are named. */
export type PersonValues = Values & Record<"firstname" | "lastname" | "email" | "company" | "website", string>;

const stages = [
  { weight: 3, value: "subscriber" },
  { weight: 8, value: "lead" },
  { weight: 4, value: "marketing_qualified_lead" },
  { weight: 3, value: "sales_qualified_lead" },
  { weight: 2, value: "opportunity" },
  { weight: 1, value: "customer" },
];

/** A contact at the company with everything that a registration needs, but for a conversion event. */
export function someoneAt(company: Company): PersonValues {
  const [firstname, lastname] = [firstName(), faker.person.lastName()];
  return {
    firstname,
    lastname,
    email: `${plain(firstname)}.${plain(lastname)}@${company.domain}`,
    phone: faker.phone.number({ style: "national" }),
    jobtitle: faker.person.jobTitle(),
    city: company.city,
    country: company.country,
    lifecyclestage: faker.helpers.weightedArrayElement(stages),
    original_source_type: "Offline Sources",
    company: company.name,
    website: asTyped(company.domain),
    industry: company.industry,
  };
}

/** Several people at one company, no two of one name. */
export function peopleAt(company: Company, count: number): PersonValues[] {
  const byEmail = new Map<string, PersonValues>();
  while (byEmail.size < count) {
    const someone = someoneAt(company);
    byEmail.set(someone.email, someone);
  }
  return [...byEmail.values()];
}

/** The seed's three Jillians stay the only ones, so that its search (page 1b) finds those three. */
function firstName(): string {
  const name = faker.person.firstName();
  return name === "Jillian" ? "Judith" : name;
}

function asTyped(domain: string): string {
  return faker.helpers.arrayElement([
    domain,
    `www.${domain}`,
    `http://www.${domain}`,
    `http://www.${domain}/`,
    `https://${domain}`,
    `http://${domain}/about-us`,
  ]);
}

const forms = [
  { form: "Contact us", page: "/contact" },
  { form: "Guide: 30 lead generation ideas", page: "/guides/lead-generation" },
  { form: "Free website review", page: "/website-review" },
  { form: "Webinar: inbound in an hour", page: "/webinars/inbound" },
  { form: "Newsletter", page: "/blog" },
];

/** Forms that the contact sent, the `submissionId`s unlike any other's. */
export function submissionsOf({ email }: Values, count: number): Submission[] {
  if (email === undefined) return [];
  const sent = faker.helpers.arrayElements(forms, count);
  return sent.map(({ form, page }, at) => ({ email, form, page, submissionId: `demo:${email}:${at}` }));
}
