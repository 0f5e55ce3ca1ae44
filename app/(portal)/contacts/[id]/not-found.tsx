import { headers } from "next/headers";
import { GoneContact } from "#components/contacts/gone-contact.tsx";
import { NotThere } from "#components/settings/not-there.tsx";
import { readId } from "#lib/contacts/id.ts";
import { deletedContact } from "#lib/contacts/queries/deleted-contacts.ts";
import { requireMember } from "#lib/portals/queries.ts";

/** A contact of the portal that was deleted says so; one that never was, or is another portal's, is simply not there. */
export default async function ContactNotFound() {
  const actor = await requireMember();
  const path = (await headers()).get("x-request-path") ?? "";
  const gone = await deletedContact(actor, readId(/^\/contacts\/(\d+)/.exec(path)?.[1]));
  return gone === undefined ? <NotThere /> : <GoneContact gone={gone} timeZone={actor.timeZone} />;
}
