import type { Db } from "#db/client.ts";
import { transaction } from "#db/transaction.ts";
import type { Contact, Values } from "#lib/contacts/contact.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { dayIn } from "#lib/day.ts";
import { now } from "#lib/clock.ts";
import { lookUp } from "#lib/registration/commands/look-up.ts";
import { lookAlikeFor } from "#lib/registration/look-alike.ts";
import type { Availability, LookedUp, Preflight } from "#lib/registration/preflight.ts";
import { type Explanation, policyInForce } from "#lib/registration/queries.ts";
import { findingsOf, shortfallsOf } from "#lib/registration/rules.ts";
import { readDomain } from "#lib/sales/domain.ts";
import { lookOf } from "#lib/sales/look.ts";
import { type Holding, holdingsOf, notPursuedAmong } from "#lib/sales/queries.ts";
import { alikeTo } from "#lib/sales/queries/look-alikes.ts";

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
  if (shortfallsOf(findings).length > 0) {
    return { findings, key, display, availability: "not-looked-at", alike: null };
  }
  return { findings, key, display, ...(await lookedUp(tx, actor, key)) };
}

/** Only where nothing was decided yet and every rule passes; each domain that is not the portal's own is a look-up. */
export async function lookUpShown(actor: Actor, { seen, findings, key }: Explanation): Promise<LookedUp | null> {
  if (seen === "decided" || shortfallsOf(findings).length > 0) return null;
  return transaction((tx) => lookedUp(tx, actor, key));
}

/** How a domain stands for this portal, and what it looks like. Its own are known anyway; the others cost a look-up. */
export async function lookedUp(tx: Db, actor: Actor, key: string): Promise<LookedUp> {
  const found = await availabilitiesOf(tx, actor, [key]);
  const availability = found.get(key) ?? "not-shown";
  if (availability === "not-shown") return { availability, alike: null };
  const { zone } = await policyInForce(tx);
  const asked = { key, portalId: actor.portalId, today: dayIn(zone, now()) };
  const alike = lookAlikeFor(asked, (await alikeTo(tx, [key])).get(lookOf(key)) ?? []);
  // Its own domain cost no look-up, so it tells nothing of others.
  return { availability, alike: availability === "yours" && alike === "" ? null : alike };
}

/** How many domains stand at once; what the look-ups of the day do not allow is left out. */
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
