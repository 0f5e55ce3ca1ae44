import { faker } from "@faker-js/faker/locale/en";
import type { Values } from "#lib/contacts/contact.ts";
import type { Company } from "#lib/demo/companies.ts";
import { type Ago, beforeTheSeed, hoursBefore } from "#lib/demo/days.ts";
import { type Fault, spoiled } from "#lib/demo/faults.ts";
import { type PersonValues, someoneAt, submissionsOf } from "#lib/demo/people.ts";
import { brightfoldId } from "#lib/demo/portals.ts";
import { berryBecame, jillians, newestPeople } from "#lib/demo/seed-people.ts";
import type { Happening } from "#lib/demo/happening.ts";

type Domains = { wanted: readonly Company[]; others: readonly Company[] };
type Time = { now: number; ago: Ago };

/** The portal of pages 1a to 4a: nearly everybody was imported, so nearly everybody lacks a conversion event. */
export function brightfold(domains: Domains, { now, ago }: Time): Happening[] {
  return [...beforeRegistration(domains, ago), ...imports(domains, ago), ...newest({ now, ago }), berry(ago)];
}

/** The seven that nobody ever asked for: three from page 1b and four colleagues of their time. */
function beforeRegistration({ others }: Domains, ago: Ago): Happening[] {
  return [
    early(ago(620, 9), others.slice(0, 4).map(someoneAt)),
    ...jillians.map(({ createdOn, values }) => early(ago(beforeTheSeed(createdOn), 14), [values])),
  ];
}

function early(at: number, contacts: readonly Values[]): Happening {
  return { at, is: "arrival", portalId: brightfoldId, trigger: null, contacts, submissions: [] };
}

const importedOn = [
  { days: 310, rows: 640 },
  { days: 271, rows: 415 },
  { days: 233, rows: 388 },
  { days: 190, rows: 502 },
  { days: 154, rows: 227 },
  { days: 118, rows: 460 },
  { days: 83, rows: 341 },
  { days: 47, rows: 398 },
  { days: 13, rows: 246 },
] as const;

function imports({ wanted, others }: Domains, ago: Ago): Happening[] {
  const known = new Set<string>();
  return importedOn.map(({ days, rows }) => {
    const contacts = Array.from({ length: rows }, () => importedRow(known, { wanted, others }));
    const converted = contacts.filter((each) => each.fault !== undefined && faker.number.int(9) === 0);
    return {
      at: ago(days, 13),
      is: "arrival" as const,
      portalId: brightfoldId,
      trigger: "imported" as const,
      contacts: contacts.map(({ values }) => values),
      submissions: converted.flatMap(({ values }) => submissionsOf(values, 1)),
    };
  });
}

const faults: { weight: number; value: Fault | undefined }[] = [
  { weight: 72, value: undefined },
  { weight: 8, value: "website" },
  { weight: 5, value: "company" },
  { weight: 4, value: "lastname" },
  { weight: 4, value: "bad-website" },
  { weight: 3, value: "not-pursued" },
  { weight: 2, value: "firstname" },
  { weight: 2, value: "email" },
];

/** Whoever lacks nothing has sent no form; whoever sent one lacks something. One in twenty works where others were first. */
function importedRow(known: Set<string>, domains: Domains): { values: Values; fault: Fault | undefined } {
  const company = faker.helpers.arrayElement(faker.number.int(19) === 0 ? domains.wanted : domains.others);
  const values = newTo(known, company);
  const fault = faker.helpers.weightedArrayElement(faults);
  return { values: fault === undefined ? values : spoiled(values, fault), fault };
}

function newTo(known: Set<string>, company: Company): PersonValues {
  for (;;) {
    const someone = someoneAt(company);
    if (known.has(someone.email)) continue;
    known.add(someone.email);
    return someone;
  }
}

/** Page 1a: thirteen on one day, and the last one 21 hours ago. */
function newest({ now, ago }: Time): Happening[] {
  const typed = { is: "arrival", portalId: brightfoldId, trigger: "created", submissions: [] } as const;
  const [last, ...others] = newestPeople;
  return [
    { ...typed, at: ago(beforeTheSeed("2014-05-02"), 14), contacts: others.toReversed() },
    { ...typed, at: hoursBefore(now, 21), contacts: last === undefined ? [] : [last] },
  ];
}

function berry(ago: Ago): Happening {
  const { name, on, values } = berryBecame;
  return { at: ago(beforeTheSeed(on), 10), is: "edit", portalId: brightfoldId, name, values };
}
