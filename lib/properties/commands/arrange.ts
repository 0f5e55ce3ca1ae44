import type { Db } from "#db/client.ts";
import { lockAlone } from "#db/locks.ts";
import { propertyOrder } from "#db/schema/properties.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { type Arrangement, type PropertySet, propertySet } from "#lib/properties/property-set.ts";
import { arrangementOf, ownProperties } from "#lib/properties/queries.ts";
import { no, type Result, yes } from "#lib/result.ts";

export type Move = { what: "group" | "property"; name: string; by: -1 | 1 };

/** Moves a group among the groups, or a property within its group, one place up or down; at the end nothing moves. */
export async function moveProperty(
  tx: Db,
  actor: Actor,
  { what, name, by }: Move,
): Promise<Result<{ name: string }, "not-there">> {
  const { set, arranged } = await arrangedSet(tx, actor);
  const moved = what === "group" ? set.groups.find((each) => each.name === name) : set.named(name);
  if (moved === undefined) return no("not-there");
  const order =
    what === "group"
      ? { groups: swapped(set.groups.map(nameOf), name, by) }
      : { properties: movedWithin(set, name, by) };
  await keep(tx, actor, { ...arranged, ...order });
  return yes({ name });
}

/** Puts a star on a property, or takes it off: starred ones stand on the overview of every contact. */
export async function starProperty(
  tx: Db,
  actor: Actor,
  { name, starred }: { name: string; starred: boolean },
): Promise<Result<{ name: string }, "not-there">> {
  const { set, arranged } = await arrangedSet(tx, actor);
  if (set.named(name) === undefined) return no("not-there");
  const others = arranged.starred.filter((each) => each !== name);
  await keep(tx, actor, { ...arranged, starred: starred ? [...others, name] : others });
  return yes({ name });
}

/** As the portal has it, kept from others who arrange it until the transaction ends. */
async function arrangedSet(tx: Db, { portalId }: Actor): Promise<{ set: PropertySet; arranged: Arrangement }> {
  await lockAlone(tx, `property-order:${portalId}`);
  const [own, arranged] = [await ownProperties(tx, portalId), await arrangementOf(tx, portalId)];
  return { set: propertySet(own, arranged), arranged };
}

/** Archived ones stand apart on the page: nothing is moved past what nobody sees. */
function movedWithin(set: PropertySet, name: string, by: -1 | 1): string[] {
  const group = set.named(name)?.group;
  const within = set.all.filter((each) => each.group === group && !each.archived);
  const others = set.all.filter((each) => !within.includes(each));
  return [...swapped(within.map(nameOf), name, by), ...others.map(nameOf)];
}

function swapped(names: readonly string[], name: string, by: -1 | 1): string[] {
  const from = names.indexOf(name);
  const other = names[from + by];
  if (from === -1 || other === undefined) return [...names];
  return names.map((each) => (each === name ? other : each === other ? name : each));
}

function nameOf({ name }: { name: string }): string {
  return name;
}

async function keep(tx: Db, { portalId }: Actor, { groups, properties, starred }: Arrangement): Promise<void> {
  const kept = { groups, properties, starred };
  await tx
    .insert(propertyOrder)
    .values({ portalId, ...kept })
    .onConflictDoUpdate({ target: propertyOrder.portalId, set: kept });
}
