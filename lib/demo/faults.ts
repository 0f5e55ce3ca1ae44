import { faker } from "@faker-js/faker/locale/en";
import type { Values } from "#lib/contacts/contact.ts";
import type { PersonValues } from "#lib/demo/people.ts";

/** What keeps a contact from being registered: the seed's page 5, but for the missing conversion, which is no value. */
export type Fault = "firstname" | "lastname" | "website" | "email" | "company" | "bad-website" | "not-pursued";

/** Made-up competitors of the vendor, which its channel manager has put on the list. */
export const competitors = [
  { website: "inboundly-suite.com", name: "Inboundly Suite" },
  { website: "funnelwright-crm.com", name: "Funnelwright CRM" },
  { website: "leadharbor-cloud.io", name: "Leadharbor Cloud" },
  { website: "marketometer-hq.com", name: "Marketometer" },
];

const notPursuedWebsites = [
  ...competitors.map(({ website }) => website),
  "gmail.com",
  "www.gmail.com",
  "http://www.yahoo.com",
  "outlook.com",
  "hotmail.com",
  "mailinator.com",
  "www.example.com",
];

/** The same contact with one thing wrong: a value missing, or a website that cannot be registered. */
export function spoiled(values: PersonValues, fault: Fault): Values {
  if (fault === "bad-website") return { ...values, website: badWebsite(values) };
  if (fault === "not-pursued") return { ...values, website: faker.helpers.arrayElement(notPursuedWebsites) };
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== fault));
}

/** Slips as people make them; most can be mended by one click. */
function badWebsite({ email }: PersonValues): string {
  const domain = email.slice(email.indexOf("@") + 1);
  const label = domain.slice(0, domain.indexOf("."));
  return faker.helpers.arrayElement([
    `www.${domain.replace(".", ",")}`,
    `htp://www.${domain}`,
    `https//${domain}`,
    email,
    domain.replace("-", " "),
    `${domain}, ${label}.org`,
    `https://www.facebook.com/${label}`,
    `https://www.linkedin.com/company/${label}`,
    label,
    `${label}.local`,
    "n/a",
    "tbd",
    "http://192.168.4.20",
  ]);
}
