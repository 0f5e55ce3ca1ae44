import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { inForce } from "#db/schema/conditions.ts";
import { contact } from "#db/schema/contacts.ts";
import { registration } from "#db/schema/sales.ts";
import type { Day } from "#lib/day.ts";
import { type Renewal, renewalOf } from "#lib/notices/renewal.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { policyInForce } from "#lib/registration/queries.ts";
import { notPursuedAmong } from "#lib/sales/queries.ts";

/** A registration that somebody chose, and how many contacts go by it. */
export type ChosenRegistration = { id: number; key: string; expires: string; contacts: number };
export type PlannedRenewal = ChosenRegistration & { renewal: Renewal };

const atOnce = 500;

/** What became of these registrations if they were asked for again today, without asking. Those of others are left out. */
export async function plannedRenewals(actor: Actor, ids: readonly number[], today: Day): Promise<PlannedRenewal[]> {
  const policy = await policyInForce(db);
  const planned: PlannedRenewal[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const holdings = await own(actor, ids.slice(from, from + atOnce));
    const keys = holdings.map(({ key }) => key);
    const whyNotPursued = await notPursuedAmong(db, keys);
    const contacts = await contactsAt(actor, keys);
    for (const holding of holdings) {
      const there = contacts.get(holding.key) ?? [];
      const { portalId } = actor;
      const renewal = renewalOf({
        holding: { ...holding, portalId },
        contacts: there,
        policy,
        today,
        whyNotPursued,
      });
      planned.push({ ...holding, contacts: attachedTo(holding.id, there), renewal });
    }
  }
  return planned;
}

/** Those of the chosen registrations that are the portal's own. */
export async function chosenRegistrations(actor: Actor, ids: readonly number[]): Promise<ChosenRegistration[]> {
  const chosen: ChosenRegistration[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const holdings = await own(actor, ids.slice(from, from + atOnce));
    const contacts = await contactsAt(
      actor,
      holdings.map(({ key }) => key),
    );
    chosen.push(
      ...holdings.map((holding) => ({
        ...holding,
        contacts: attachedTo(holding.id, contacts.get(holding.key) ?? []),
      })),
    );
  }
  return chosen;
}

async function own({ portalId }: Actor, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ id: registration.id, key: registration.key, expires: registration.expires })
    .from(registration)
    .where(and(eq(registration.portalId, portalId), inForce, inArray(registration.id, [...ids])))
    .orderBy(asc(registration.expires), asc(registration.id));
}

type StoredContact = typeof contact.$inferSelect;

async function contactsAt({ portalId }: Actor, keys: readonly string[]): Promise<Map<string, StoredContact[]>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select()
    .from(contact)
    .where(and(inArray(contact.domainKey, [...keys]), eq(contact.portalId, portalId)))
    .orderBy(asc(contact.id));
  return Map.groupBy(rows, ({ domainKey }) => domainKey);
}

function attachedTo(id: number, contacts: readonly StoredContact[]): number {
  return contacts.filter(({ registrationId }) => registrationId === id).length;
}
