import type { Company } from "#lib/demo/companies.ts";
import type { Ago } from "#lib/demo/days.ts";
import { someoneAt, submissionsOf } from "#lib/demo/people.ts";
import { fernbankId } from "#lib/demo/portals.ts";
import type { Happening } from "#lib/demo/happening.ts";

/** Another partner that was first: it holds domains that the others ask for. */
export function fernbank(held: readonly Company[], ago: Ago): Happening[] {
  const contacts = held.map(someoneAt);
  const submissions = contacts.flatMap((each) => submissionsOf(each, 1));
  return [{ at: ago(290, 9), is: "arrival", portalId: fernbankId, trigger: "created", contacts, submissions }];
}
