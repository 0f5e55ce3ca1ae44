import { faker } from "@faker-js/faker/locale/en";
import type { Company } from "#lib/demo/companies.ts";
import type { Ago } from "#lib/demo/days.ts";
import { competitors } from "#lib/demo/faults.ts";
import type { Happening } from "#lib/demo/happening.ts";

/** The days (before today) on which the vendor took up domains; the company at `i` belongs to day `i % 6`. */
export const pursuitDays = [384, 330, 264, 198, 120, 60] as const;

const reasons = [
  "Trial running with our own sales team.",
  "Opportunity opened after the conference.",
  "Existing customer of another product of ours.",
  "In contract talks with our enterprise team.",
  "Came to us by referral, first call held.",
];

type Domains = { pursued: readonly Company[]; alsoPursued: readonly Company[]; held: readonly Company[] };

/** The vendor's own doings: whom it sells to itself, where it does no business, and what it was refused. */
export function salesHistory({ pursued, alsoPursued, held }: Domains, ago: Ago): Happening[] {
  const [first, ...still] = alsoPursued;
  const waves = pursuitDays.map((days, wave): Happening => {
    const taken = [...pursued, ...still].filter((_, at) => at % pursuitDays.length === wave);
    return { at: ago(days, 8), is: "pursuits", pursuits: taken.map(pursuitOf) };
  });
  const exclusions = competitors.map(({ website, name }) => ({
    website,
    why: "competitor" as const,
    reason: `${name} sells against us.`,
  }));
  return [
    { at: ago(400, 9), is: "exclusions", exclusions },
    ...waves,
    ...(first === undefined ? [] : givenUp(first, ago)),
    // Too late: a partner holds them, and the attempt stands in the record (event E14b).
    { at: ago(96, 11), is: "pursuits", pursuits: held.map(pursuitOf) },
  ];
}

function givenUp(company: Company, ago: Ago): Happening[] {
  return [
    { at: ago(210, 9), is: "pursuits", pursuits: [pursuitOf(company)] },
    { at: ago(75, 16), is: "pursuit-end", key: company.domain, reason: "They chose to work with a partner." },
  ];
}

function pursuitOf({ name, domain }: Company) {
  return { website: domain, account: name, reason: faker.helpers.arrayElement(reasons) };
}
