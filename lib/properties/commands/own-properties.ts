import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { property } from "#db/schema/properties.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { holdContacts } from "#lib/portals/commands/hold-contacts.ts";
import { freeName, nameFrom, type PropertyAsked } from "#lib/properties/property-form.ts";
import { ownProperties } from "#lib/properties/queries.ts";
import { standardProperties } from "#lib/properties/registry.ts";
import { no, type Result, yes } from "#lib/result.ts";

const mostOwn = 500;

/** A new property of the portal. Its name is made from the label and never changes; two of one label would confuse people. */
export async function createProperty(
  tx: Db,
  actor: Actor,
  asked: PropertyAsked,
): Promise<Result<{ id: number; name: string }, "label-taken" | "too-many">> {
  await holdContacts(tx, actor.portalId);
  const own = await ownProperties(tx, actor.portalId);
  if (own.length >= mostOwn) return no("too-many");
  if (labelTaken(own, asked.label)) return no("label-taken");
  const taken = new Set([...standardProperties, ...own].map(({ name }) => name));
  const name = freeName(nameFrom(asked.label), taken);
  if (!name.ok) return no("label-taken");

  const [id = 0] = await newIds(tx, 1);
  const { portalId, name: who } = actor;
  await tx
    .insert(property)
    .values({ id, portalId, name: name.value, ...asked, archived: false, createdAt: now(), who });
  return yes({ id, name: name.value });
}

/**
 * Changes what a property of the portal is called and allows. Its name and its type stay, since values and rules of lists
 * stand on them; an option that contacts have is kept among them by whoever shows it.
 */
export async function changeProperty(
  tx: Db,
  actor: Actor,
  { id, ...asked }: Omit<PropertyAsked, "type"> & { id: number },
): Promise<Result<{ id: number }, "property-not-found" | "label-taken">> {
  await holdContacts(tx, actor.portalId);
  const own = await ownProperties(tx, actor.portalId);
  if (!own.some(({ ownId }) => ownId === id)) return no("property-not-found");
  const others = own.filter(({ ownId }) => ownId !== id);
  if (labelTaken(others, asked.label)) return no("label-taken");
  const { label, group, hint, options, least, most } = asked;
  await tx.update(property).set({ label, group, hint, options, least, most }).where(ofPortal(actor, id));
  return yes({ id });
}

/** Takes a property out of forms, imports and new rules, or puts it back; the values that contacts have are kept. */
export async function archiveProperty(
  tx: Db,
  actor: Actor,
  { id, archived }: { id: number; archived: boolean },
): Promise<Result<{ label: string }, "property-not-found">> {
  await holdContacts(tx, actor.portalId);
  const [changed] = await tx
    .update(property)
    .set({ archived })
    .where(ofPortal(actor, id))
    .returning({ label: property.label });
  return changed === undefined ? no("property-not-found") : yes(changed);
}

function ofPortal(actor: Actor, id: number) {
  return and(eq(property.portalId, actor.portalId), eq(property.id, id));
}

function labelTaken(own: readonly { label: string }[], label: string): boolean {
  const wanted = label.toLowerCase();
  return [...standardProperties, ...own].some((each) => each.label.toLowerCase() === wanted);
}
