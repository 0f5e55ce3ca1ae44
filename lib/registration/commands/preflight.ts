import type { Db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import type { Contact, Values } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { dayIn } from "#lib/day.ts";
import { now } from "#lib/clock.ts";
import { lookUp } from "#lib/registration/commands/look-up.ts";
import type { Availability, Preflight } from "#lib/registration/preflight.ts";
import { type Explanation, policyInForce } from "#lib/registration/queries.ts";
import { findingsOf, shortfallsOf } from "#lib/registration/rules.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { type Holding, holdingsOf, notPursuedAmong } from "#lib/sales/queries.ts";

/**
 * What a manual request of a contact with these values would be answered. The sales database is looked at only when every
 * rule passes, and counts against the portal's look-ups of the day.
 */
export async function preflight(
  tx: Db,
  actor: Actor,
  { values, conversions }: { values: Values; conversions: Contact["conversions"] },
): Promise<Preflight> {
  const domain = readDomain(values["website"] ?? "");
  const key = domain.ok ? domain.key : "";
  const findings = findingsOf({ values, conversions }, "manual", await notPursuedAmong(tx, [key]));
  const display = domain.ok ? domain.display : "";
  if (shortfallsOf(findings).length > 0) return { findings, key, display, availability: "not-looked-at" };
  return { findings, key, display, availability: await availabilityOf(tx, actor, key) };
}

/** Only where nothing was decided yet and every rule passes; each domain that is not the portal's own is a look-up. */
export async function availabilityShown(
  actor: Actor,
  { seen, findings, key }: Explanation,
): Promise<Availability | null> {
  if (seen === "decided" || shortfallsOf(findings).length > 0) return null;
  return transaction((tx) => availabilityOf(tx, actor, key));
}

/** How a domain stands for this portal. Its own are known anyway; the others cost a look-up. */
export async function availabilityOf(tx: Db, actor: Actor, key: string): Promise<Availability> {
  const found = await availabilitiesOf(tx, actor, [key]);
  return found.get(key) ?? "not-shown";
}

/** The same for many domains; what the look-ups of the day do not allow is left out. */
export async function availabilitiesOf(
  tx: Db,
  actor: Pick<Actor, "portalId">,
  keys: readonly string[],
): Promise<Map<string, Availability>> {
  const holdings = await holdingsOf(tx, keys);
  const { zone } = await policyInForce(tx);
  const today = dayIn(zone, now());
  const standing = (key: string) => standingFor(actor.portalId, holdings.get(key), today);
  const foreign = keys.filter((key) => standing(key) !== "yours");
  const allowed = await lookUp(tx, actor, foreign);
  const shown = keys.filter((key) => standing(key) === "yours" || allowed.has(key));
  return new Map(shown.map((key) => [key, standing(key)]));
}

function standingFor(portalId: number, holding: Holding | undefined, today: string): Availability {
  if (holding === undefined || (holding.expires !== "" && holding.expires < today)) return "free";
  if (holding.portalId === null) return "pursued";
  return holding.portalId === portalId ? "yours" : "another-partner";
}
