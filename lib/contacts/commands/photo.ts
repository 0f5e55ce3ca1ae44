import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { contactPhoto } from "#db/schema/contact-records.ts";
import { now } from "#lib/clock.ts";
import { noteInteraction } from "#lib/contacts/commands/note-interaction.ts";
import { contactOf } from "#lib/contacts/commands/save-properties.ts";
import type { Photo } from "#lib/contacts/photo.ts";
import type { Actor } from "#lib/portals/actor.ts";
import { no, type Result, yes } from "#lib/result.ts";

/** Gives a contact its photo, in the place of the one it may have. */
export async function setPhoto(
  tx: Db,
  actor: Actor,
  { contactId, photo }: { contactId: number; photo: Photo },
): Promise<Result<null, "contact-not-found">> {
  const { portalId } = actor;
  if ((await contactOf(tx, portalId, contactId)) === undefined) return no("contact-not-found");
  const bytes = Buffer.from(photo.bytes);
  const mark = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const kept = { type: photo.type, bytes, mark, at: now() };
  await tx
    .insert(contactPhoto)
    .values({ contactId, portalId, ...kept })
    .onConflictDoUpdate({ target: contactPhoto.contactId, set: kept });
  await noteInteraction(tx, actor, { contactId, kind: "photo-set" });
  return yes(null);
}

/** A contact without a photo is left as it is. */
export async function removePhoto(tx: Db, actor: Actor, contactId: number): Promise<Result<null, "contact-not-found">> {
  if ((await contactOf(tx, actor.portalId, contactId)) === undefined) return no("contact-not-found");
  const removed = await tx
    .delete(contactPhoto)
    .where(and(eq(contactPhoto.contactId, contactId), eq(contactPhoto.portalId, actor.portalId)))
    .returning({ mark: contactPhoto.mark });
  if (removed.length > 0) await noteInteraction(tx, actor, { contactId, kind: "photo-removed" });
  return yes(null);
}
