import { faker } from "@faker-js/faker/locale/en";

export type Company = { name: string; domain: string; industry: string; city: string; country: string };

const places = [
  { weight: 10, value: { country: "United States", ending: "com" } },
  { weight: 2, value: { country: "United States", ending: "io" } },
  { weight: 1, value: { country: "United States", ending: "net" } },
  { weight: 3, value: { country: "United Kingdom", ending: "co.uk" } },
  { weight: 2, value: { country: "Germany", ending: "de" } },
  { weight: 2, value: { country: "Canada", ending: "ca" } },
  { weight: 1, value: { country: "Ireland", ending: "ie" } },
  { weight: 1, value: { country: "Netherlands", ending: "nl" } },
  { weight: 1, value: { country: "Australia", ending: "com.au" } },
];

const trades = [
  { industry: "Food", word: "Foods" },
  { industry: "Logistics", word: "Freight" },
  { industry: "Healthcare", word: "Dental" },
  { industry: "Design", word: "Interiors" },
  { industry: "Software", word: "Analytics" },
  { industry: "Software", word: "Systems" },
  { industry: "Manufacturing", word: "Ceramics" },
  { industry: "Manufacturing", word: "Packaging" },
  { industry: "Travel", word: "Travel" },
  { industry: "Energy", word: "Solar" },
  { industry: "Legal", word: "Law" },
  { industry: "Education", word: "Academy" },
];

/** Companies that nobody has heard of, each with a domain of its own: two surnames and a hyphen are rarely anyone's. */
export function companies(count: number): Company[] {
  const byDomain = new Map<string, Company>();
  while (byDomain.size < count) {
    const company = aCompany();
    byDomain.set(company.domain, company);
  }
  return [...byDomain.values()];
}

function aCompany(): Company {
  const [one, other] = [faker.person.lastName(), faker.person.lastName()];
  const { industry, word } = faker.helpers.arrayElement(trades);
  const { country, ending } = faker.helpers.weightedArrayElement(places);
  return {
    name: `${one} ${other} ${word}`,
    domain: `${plain(one)}-${plain(other)}.${ending}`,
    industry,
    city: faker.location.city(),
    country,
  };
}

/** Letters only, as they stand in an address. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}
