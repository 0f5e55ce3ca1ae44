import { expect, test } from "vitest";
import { transaction } from "#db/transaction.ts";
import { deleteContact } from "#lib/contacts/commands/delete-contact.ts";
import { removePhoto, setPhoto } from "#lib/contacts/commands/photo.ts";
import type { Photo } from "#lib/contacts/photo.ts";
import { photoMarkOf, photoOf } from "#lib/contacts/queries/photo.ts";
import { aContact, aPortal } from "#lib/fixtures.ts";
import type { Actor } from "#lib/portals/actor.ts";

const red: Photo = { type: "image/png", bytes: new Uint8Array([1, 2, 3]) };
const blue: Photo = { type: "image/webp", bytes: new Uint8Array([4, 5]) };

const set = (actor: Actor, contactId: number, photo: Photo) =>
  transaction((tx) => setPhoto(tx, actor, { contactId, photo }));

test("a photo is kept as it came, another takes its place, and it can be removed", async () => {
  const actor = await aPortal();
  const contactId = await aContact(actor);
  expect(await photoMarkOf(actor, contactId)).toBeNull();
  await set(actor, contactId, red);
  const first = await photoMarkOf(actor, contactId);
  expect(await photoOf(actor, contactId)).toEqual({ type: "image/png", bytes: Buffer.from(red.bytes), mark: first });

  await set(actor, contactId, blue);
  expect(await photoMarkOf(actor, contactId)).not.toBe(first);
  expect((await photoOf(actor, contactId))?.bytes).toEqual(Buffer.from(blue.bytes));

  await transaction((tx) => removePhoto(tx, actor, contactId));
  expect(await photoOf(actor, contactId)).toBeUndefined();
});

test("nobody sees, sets or removes the photo of another portal's contact, nor sees that of a deleted one", async () => {
  const [actor, stranger] = [await aPortal(), await aPortal("Stranger")];
  const contactId = await aContact(actor);
  await set(actor, contactId, red);
  expect(await set(stranger, contactId, blue)).toEqual({ ok: false, no: "contact-not-found" });
  expect(await transaction((tx) => removePhoto(tx, stranger, contactId))).toEqual({
    ok: false,
    no: "contact-not-found",
  });
  expect(await photoOf(stranger, contactId)).toBeUndefined();
  expect(await photoMarkOf(stranger, contactId)).toBeNull();

  await transaction((tx) => deleteContact(tx, actor, contactId));
  expect(await photoOf(actor, contactId)).toBeUndefined();
});
