import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contact } from "#db/schema/contacts.ts";
import type { Contact } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { candidateKeys, domainOf, type WhyNotPursued } from "#lib/review/evidence.ts";
import { waitingAmong } from "#lib/review/queries/waiting.ts";
import { type Known, recordOf, type ReviewRecord } from "#lib/review/record.ts";
import { notPursuedAmong } from "#lib/sales/queries.ts";

const mostAtDomain = 25;

/** Contacts of the queue with what is suggested for them, from the other contacts of their domains. */
export async function recordsOf(from: Db, actor: Actor, page: readonly Contact[]): Promise<ReviewRecord[]> {
  const pursued = await notPursuedAmong(from, [...new Set(page.flatMap(({ values }) => candidateKeys(values)))]);
  const keys = new Set(page.flatMap(({ values }) => domainOf(values, pursued)?.key ?? []));
  const registered = new Map(
    await Promise.all([...keys].map(async (key) => [key, await contactsAt(from, actor, key)] as const)),
  );
  const others = [...registered.values()].flat();
  const whyNotPursued = await notPursuedAmong(from, [
    ...new Set([...page, ...others].flatMap(({ values }) => candidateKeys(values))),
  ]);
  const known = everyoneKnown([...page, ...others], whyNotPursued);
  const unjudged = await waitingAmong(
    from,
    actor,
    others.filter(({ failed }) => failed !== "").map(({ id }) => id),
  );
  const waiting = new Map([...page, ...unjudged].map((each) => [each.id, each]));
  return page.map((each) => recordOf(each, knownOf(known, each, whyNotPursued), waiting));
}

function contactsAt(from: Db, actor: Actor, key: string): Promise<Contact[]> {
  return from
    .select()
    .from(contact)
    .where(and(eq(contact.domainKey, key), eq(contact.portalId, actor.portalId)))
    .orderBy(asc(contact.id))
    .limit(mostAtDomain);
}

/** Contacts by the domain that they belong to, whether their website says it or only their e-mail. */
function everyoneKnown(contacts: readonly Contact[], whyNotPursued: WhyNotPursued): Map<string, Contact[]> {
  const once = [...new Map(contacts.map((each) => [each.id, each])).values()];
  return Map.groupBy(once, ({ values }) => domainOf(values, whyNotPursued)?.key ?? "");
}

function knownOf(known: Map<string, Contact[]>, { values }: Contact, whyNotPursued: WhyNotPursued): Known {
  const domain = domainOf(values, whyNotPursued);
  return { domain, atDomain: domain === null ? [] : (known.get(domain.key) ?? []), whyNotPursued };
}
