import { transaction } from "#db/transaction.ts";
import { readForm } from "#lib/api/commands/body.ts";
import { admit, reading, serving } from "#lib/api/queries.ts";
import { setPhoto } from "#lib/contacts/commands/photo.ts";
import { readId } from "#lib/contacts/id.ts";
import { mostPhotoBytes, readPhoto } from "#lib/contacts/photo.ts";
import { photoOf } from "#lib/contacts/queries/photo.ts";
import { env } from "#lib/env.ts";
import { isFromOurselves } from "#lib/portals/origin.ts";
import { no, yes } from "#lib/result.ts";

/** The photo, which the browser keeps as long as it is the same. */
export const GET = reading(async ({ actor, request, params }) => {
  const photo = await photoOf(actor, readId(params["id"]));
  if (photo === undefined) return no("not-found");
  const etag = `"${photo.mark}"`;
  const headers = { etag, "content-type": photo.type, "x-content-type-options": "nosniff" };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(photo.bytes), { headers });
});

const aroundTheFile = 65_536;

/** Takes the field `photo` of a form. A page is led back to the record, a program gets the answer. */
export const POST = serving(async (call, seen) => {
  const { request, params } = call;
  const contactId = readId(params["id"]);
  const isPage = request.headers.get("accept")?.includes("text/html") ?? false;
  const back = (word: string) =>
    new Response(null, { status: 303, headers: { location: `/contacts/${contactId}?saved=${word}` } });
  const admitted = await admit(call, undefined);
  if (!admitted.ok) return isPage ? new Response(null, { status: 303, headers: { location: "/sign-in" } }) : admitted;
  seen.actor = admitted.value;
  if (!isFromOurselves(request.headers, env.DIBS_ORIGIN)) return no("foreign-origin");

  const form = await readForm(request, mostPhotoBytes + aroundTheFile);
  if (!form.ok) return isPage && form.no === "too-large" ? back("photo-too-large") : form;
  const file = form.value.get("photo");
  const photo = readPhoto(file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array());
  if (!photo.ok) return isPage ? back(photo.no) : { ...no("invalid-input"), detail: photo.no };
  const set = await transaction((tx) => setPhoto(tx, admitted.value, { contactId, photo: photo.value }));
  if (!set.ok) return set;
  return isPage ? back("photo-set") : yes({ contactId: String(contactId) });
});
