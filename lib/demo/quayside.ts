import { faker } from "@faker-js/faker/locale/en";
import type { Values } from "#lib/contacts/contact.ts";
import type { Company } from "#lib/demo/companies.ts";
import { type Ago, hoursBefore } from "#lib/demo/days.ts";
import { type Fault, spoiled } from "#lib/demo/faults.ts";
import { peopleAt, someoneAt, submissionsOf } from "#lib/demo/people.ts";
import { quaysideId } from "#lib/demo/portals.ts";
import { pursuitDays } from "#lib/demo/sales-history.ts";
import { newDesign } from "#lib/forms/form.ts";
import type { Happening, Submission } from "#lib/demo/happening.ts";

type Domains = {
  registered: readonly Company[];
  pursued: readonly Company[];
  heldByOthers: readonly Company[];
  others: readonly Company[];
};
type Time = { now: number; ago: Ago };

/** A contact that came so many days ago, either through a form or asked for by hand on the same day. */
type Lead = { days: number; values: Values; submissions: Submission[]; byHand: boolean };

/** The portal of page 4b: a year of work with 178 registered, 89 unavailable, 1 pending and 88 invalid contacts. */
export function quayside({ registered, pursued, heldByOthers, others }: Domains, { now, ago }: Time): Happening[] {
  const [waiting, ...rest] = others;
  const won = registeredLeads(registered);
  const leads = [...won, ...unavailableLeads(pursued, heldByOthers), ...invalidLeads(rest.splice(0, 88))];
  const byDay = Map.groupBy(leads, ({ days }) => days);
  return [
    arrivalBeforeRegistration(rest.splice(0, 12), ago),
    ...[...byDay].flatMap(([days, ofDay]) => dayOfLeads(ofDay, { days, ago })),
    renewal(won, ago),
    formOf(won, ago),
    ...(waiting === undefined ? [] : pendingOne(waiting, now)),
  ];
}

/** 140 domains, 38 of them with a second contact that comes later and is re-registered. Twelve run out within 60 days. */
function registeredLeads(registered: readonly Company[]): Lead[] {
  return registered.flatMap((company, at) => {
    const days = at < 12 ? 342 - 6 * Math.floor(at / 2) : evenly(300 - (at - 12) * 2.3);
    const [first, ...colleagues] = peopleAt(company, at >= 12 && at < 50 ? 2 : 1);
    const later = colleagues.map((values) => leadOf(values, evenly(days - faker.number.int({ min: 24, max: 180 }))));
    return first === undefined ? [] : [leadOf(first, days), ...later];
  });
}

/** 81 contacts of 60 domains that the vendor pursues, 8 of domains that another partner holds: all came too late. */
function unavailableLeads(pursued: readonly Company[], heldByOthers: readonly Company[]): Lead[] {
  const late = pursued.flatMap((company, at) => {
    const pursuedSince = pursuitDays[at % pursuitDays.length] ?? 0;
    return peopleAt(company, at < 21 ? 2 : 1).map((each) => leadOf(each, dayAfter(Math.min(pursuedSince, 350))));
  });
  return [...late, ...heldByOthers.map((company) => leadOf(someoneAt(company), dayAfter(284)))];
}

const faultCounts: readonly (readonly [Fault | "no-conversion", number])[] = [
  ["no-conversion", 22],
  ["bad-website", 18],
  ["website", 16],
  ["company", 9],
  ["lastname", 8],
  ["not-pursued", 6],
  ["email", 5],
  ["firstname", 4],
];

function invalidLeads(invalid: readonly Company[]): Lead[] {
  const faults = faultCounts.flatMap(([fault, count]) => Array.from({ length: count }, () => fault));
  return invalid.flatMap((company, at) => {
    const fault = faults[at];
    const [values, days] = [someoneAt(company), dayAfter(350)];
    if (fault === undefined) return [];
    if (fault === "no-conversion") return [{ days, values, submissions: [], byHand: false }];
    const lacking = spoiled(values, fault);
    return [{ ...leadOf(values, days), values: lacking, submissions: submissionsOf(lacking, at % 2) }];
  });
}

/** Three of five came through a form, the others are asked for by hand. */
function leadOf(values: Values, days: number): Lead {
  const byHand = faker.number.int({ min: 1, max: 5 }) > 3;
  return {
    days,
    values,
    byHand,
    submissions: byHand ? [] : submissionsOf(values, faker.number.int({ min: 1, max: 3 })),
  };
}

/** Work is done every sixth day, the last time six days ago. */
function evenly(days: number): number {
  return Math.max(6, 6 * Math.round(days / 6));
}

function dayAfter(days: number): number {
  return evenly(faker.number.int({ min: 6, max: days - 10 }));
}

function dayOfLeads(leads: readonly Lead[], { days, ago }: { days: number; ago: Ago }): Happening[] {
  const asked = leads.flatMap(({ byHand, values: { email } }) => (byHand && email !== undefined ? [email] : []));
  const arrival: Happening = {
    at: ago(days, 10),
    is: "arrival",
    portalId: quaysideId,
    trigger: "created",
    contacts: leads.map(({ values }) => values),
    submissions: leads.flatMap(({ submissions }) => submissions),
  };
  if (asked.length === 0) return [arrival];
  return [arrival, { at: ago(days, 15), is: "requests", portalId: quaysideId, emails: asked }];
}

/** Six registrations are asked for again before they run out: a full year from that day on. */
function renewal(won: readonly Lead[], ago: Ago): Happening {
  const emails = won
    .filter(({ days }) => days > 240 && days <= 300)
    .slice(0, 6)
    .flatMap(({ values: { email } }) => email ?? []);
  return { at: ago(18, 12), is: "requests", portalId: quaysideId, emails };
}

/** A form that people of registered companies send once more, and a sender of advertisements: it changes no size. */
function formOf(won: readonly Lead[], ago: Ago): Happening {
  const known = won.slice(20, 32).map(({ values }) => ({
    email: values["email"] ?? "",
    firstname: values["firstname"] ?? "",
    jobtitle: values["jobtitle"] ?? "",
  }));
  const links = "https://offers.example https://offers.example/now http://more-offers.example";
  const advertisement = { email: "promotions@offers.example", firstname: "Promotions", jobtitle: links };
  const fields = ["email", "firstname", "jobtitle"].map((property) => ({ property, label: "", required: false }));
  return {
    at: ago(12, 11),
    is: "form",
    portalId: quaysideId,
    design: { ...newDesign, name: "Talk to us", intro: "We call you back within a day.", fields },
    visits: 48,
    sent: [...known, advertisement],
  };
}

function arrivalBeforeRegistration(early: readonly Company[], ago: Ago): Happening {
  const contacts = early.map(someoneAt);
  return { at: ago(430, 11), is: "arrival", portalId: quaysideId, trigger: null, contacts, submissions: [] };
}

/** Page 4b shows one pending contact: the sync stands still before it is asked for (decision D13). */
function pendingOne(company: Company, now: number): Happening[] {
  const contact = someoneAt(company);
  const portalId = quaysideId;
  return [
    { at: hoursBefore(now, 3), is: "pause", portalId },
    { at: hoursBefore(now, 2), is: "arrival", portalId, trigger: "created", contacts: [contact], submissions: [] },
    { at: hoursBefore(now, 1), is: "requests", portalId, emails: [contact.email] },
  ];
}
