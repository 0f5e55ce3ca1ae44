import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { insertRows } from "#db/rows.ts";
import { interaction } from "#db/schema/contact-records.ts";
import { now } from "#lib/clock.ts";
import type { Actor } from "#lib/portals/actor.ts";

type Done = Pick<typeof interaction.$inferInsert, "contactId" | "kind"> & { about?: string };

/** Puts on the contact's timeline what leaves no trace in its properties. */
export async function noteInteraction(
  tx: Db,
  { portalId, name: who }: Pick<Actor, "portalId" | "name">,
  { contactId, kind, about = "" }: Done,
): Promise<void> {
  const [id = 0] = await newIds(tx, 1);
  await insertRows(tx, interaction, [{ id, portalId, contactId, at: now(), kind, who, about }]);
}
