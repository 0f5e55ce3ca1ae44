import type { Db } from "#db/client.ts";
import { newIds } from "#db/ids.ts";
import { now } from "#lib/clock.ts";
import { announceContacts, emailTaken, type Saved } from "#lib/contacts/commands/save-properties.ts";
import { type Author, storeContacts } from "#lib/contacts/commands/store-contacts.ts";
import { newContact } from "#lib/contacts/contact.ts";
import { type Edit, readEdit } from "#lib/contacts/edit.ts";
import { merged } from "#lib/contacts/edited.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { propertiesFor } from "#lib/properties/queries.ts";

/** Who adds a contact, and by which way; by hand when not said. */
type Adder = Pick<Actor, "portalId" | "name"> & { source?: Author["source"]; originalSource?: string };

/** A new contact of the portal. Refuses values it cannot keep and an e-mail that a contact of the portal has. */
export async function createContact(tx: Db, actor: Adder, edit: Edit): Promise<Saved> {
  const read = readEdit(edit, await propertiesFor(tx, actor.portalId, Object.keys(edit)));
  if (read.faults.length > 0) return { ok: false, no: "values-refused", faults: read.faults };

  const [id = 0] = await newIds(tx, 1);
  const at = now();
  const values = merged({}, { ...read.values, original_source_type: actor.originalSource ?? "Offline Sources" });
  const created = newContact({ id, portalId: actor.portalId, values, createdAt: at });
  const after = { ...created, trigger: "created" as const };
  if (await emailTaken(tx, after)) return { ok: false, no: "email-taken" };

  await storeContacts(tx, { source: actor.source ?? "person", who: actor.name, at }, [{ before: null, after }]);
  await announceContacts(tx, actor.portalId);
  return { ok: true, value: after };
}
