import { lifecycleStages } from "#lib/properties/lifecycle-stages.ts";

// The contacts of the bench: like real ones in what is different and what is alike, and the same on every machine.

/** How many stand in the portal, and how many of them each bulk request asks for. */
export type Cast = { contacts: number; bulk: number };

/** A lifecycle stage for each bulk request: it is by the stage that the page chooses whom to ask for. */
export const bulkStages = ["opportunity", "customer", "evangelist"] as const;

export function castOf(contacts: number): Cast {
  return { contacts, bulk: Math.min(10_000, Math.floor(contacts / (2 * bulkStages.length))) };
}

/** Domains that another portal holds already. */
export const rivalDomains = Array.from({ length: 100 }, (_, at) => `contested-${at}.com`);

const givenNames =
  "Ada Bea Carl Dana Emil Finn Greta Hugo Ida Jonas Kira Lena Marco Nora Oscar Paula Quinn Rosa Sven Tara";
const lastNames =
  "Adler Berry Castillo Dahl Espinoza Fischer Garcia Horn Ivanov Jensen Klein Larsen Moreau Novak Olsen Petrov Quist Ricci Silva Turner";
const trades =
  "Analytics Bakery Consulting Design Electric Foods Garden Hotels Imports Joinery Kitchens Logistics Media";

/** The values of the contact in this place. The first ones stand in the bulk stages, each with a domain of its own. */
export function contactValues(at: number, { bulk }: Cast): Record<string, string> {
  const [firstname, lastname] = [word(givenNames, at * 7), word(lastNames, at * 3 + (at >> 5))];
  const round = Math.floor(at / bulk);
  const stage = bulkStages[round] ?? lifecycleStages[at % 4]?.value ?? "";
  const company = `${lastname} ${word(trades, at)} ${at % 9_000}`;
  const domain = `${company.toLowerCase().replaceAll(" ", "-")}-${at}.com`;
  const contact = { firstname, lastname, company, lifecyclestage: stage, jobtitle: "Owner" };
  const own = { ...contact, email: `${firstname}.${lastname}.${at}@${domain}`, website: `https://www.${domain}/` };
  return round < bulkStages.length ? own : { ...own, ...websiteOf(at, own.website) };
}

/** Of ten others one has no website, and two share a domain with the rival. */
function websiteOf(at: number, own: string): { website: string } {
  if (at % 10 === 0) return { website: "" };
  return { website: at % 10 < 3 ? `http://${rivalDomains[at % rivalDomains.length]}/` : own };
}

function word(of: string, at: number): string {
  const words = of.split(" ");
  return words[at % words.length] ?? "";
}
