import { db } from "#db/client.ts";
import { askable } from "#lib/forms/form.ts";
import { listsOf } from "#lib/lists/queries.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesOf } from "#lib/properties/queries.ts";

/** What a form of this portal may ask for, and the lists that it may put contacts into. */
export async function knownToForms(actor: Actor) {
  const [set, lists] = await Promise.all([propertiesOf(db, actor.portalId), listsOf(actor)]);
  return {
    properties: askable(set).map(({ name, label }) => ({ name, label })),
    lists: lists.flatMap(({ id, name, kind, archivedAt }) =>
      kind === "static" && archivedAt === null ? [{ id, name }] : [],
    ),
  };
}
